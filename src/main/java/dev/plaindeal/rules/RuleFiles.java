package dev.plaindeal.rules;

import dev.plaindeal.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rule files of one folder, read at one moment.
 *
 * <p>Counts every {@code *.drl} below {@code promotions/}, {@code stacking/} and {@code simplicity/} whose name, and that
 * of its folders, does not begin with {@code _} or a point. Immutable and thread-safe. What could not be read is kept as
 * problems, which {@link RuleBook#load} throws together with those inside the files.
 */
public final class RuleFiles {

    static final String ENDING = ".drl";

    private final Map<String, RuleFile> files;
    private final List<Problem> problems;

    RuleFiles(Map<String, RuleFile> files, List<Problem> problems) {
        this.files = new TreeMap<>(files);
        this.problems = problems.stream().sorted().toList();
    }

    /** Reads a folder; messages name files as this path does. */
    public static RuleFiles folder(Path folder) {
        return new FolderReader(folder, folder.toString()).read();
    }

    /** Takes rule text that was handed in: text by path below the rules folder, for instance {@code promotions/a.drl}. */
    public static RuleFiles of(Map<String, String> textByPath) {
        return TextReader.read(textByPath);
    }

    /** The rules Plaindeal itself comes with. */
    public static RuleFiles packed() {
        return PackedReader.read();
    }

    /** The paths below the rules folder, sorted. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    Map<String, RuleFile> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }
}
