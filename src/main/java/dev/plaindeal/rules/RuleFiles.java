package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.Severity;
import dev.plaindeal.rules.grammar.RuleFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rule files of one folder, read at one moment.
 *
 * <p>Counts every {@code *.drl} below {@code promotions/}, {@code stacking/} and {@code simplicity/} whose name, and that
 * of its folders, does not begin with {@code _} or a point. Immutable and thread-safe. What could not be read is kept as
 * problems, which {@link RuleBook#load} throws together with those inside the files. What lies there and is passed over is
 * {@link #unread}.
 */
public final class RuleFiles {

    static final String ENDING = ".drl";

    private final Map<String, RuleFile> files;
    private final List<Problem> problems;
    private final List<Problem> unread;
    private final String shown;

    /** Some files of a folder. */
    RuleFiles(Map<String, RuleFile> files, List<Problem> problems) {
        this(files, problems, List.of(), "");
    }

    RuleFiles(Map<String, RuleFile> files, List<Problem> problems, List<Problem> unread, String shown) {
        this.files = new TreeMap<>(files);
        this.problems = problems.stream().sorted().toList();
        this.unread = unread.stream().sorted().toList();
        this.shown = shown;
    }

    /** Reads a folder; messages name files as this path does. */
    public static RuleFiles folder(Path folder) {
        return folder(folder, folder.toString());
    }

    /** Reads a folder; messages name files below this name. */
    public static RuleFiles folder(Path folder, String shown) {
        return new FolderReader(folder, shown).read();
    }

    /**
     * Takes rule text that was handed in: text by path below the rules folder, for instance {@code promotions/a.drl}. A path
     * that is none of a rule file is a problem, unless a name in it begins with {@code _}.
     */
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

    /** What messages call the file of this path below the rules folder; empty where there is none such. */
    public Optional<String> shown(String path) {
        return Optional.ofNullable(files.get(path)).map(RuleFile::shown);
    }

    /** What the file of this name for messages says; empty where there is none such. */
    public Optional<String> text(String name) {
        return files.values().stream().filter(file -> file.shown().equals(name)).map(RuleFile::text).findFirst();
    }

    /** The same but that the file of this name for messages says this; nothing is written. */
    public RuleFiles with(String name, String text) {
        Map<String, RuleFile> changed = new TreeMap<>(files);
        changed.replaceAll((path, file) -> file.shown().equals(name)
                ? new RuleFile(path, name, text, Hash.of(text.getBytes(StandardCharsets.UTF_8)))
                : file);
        return new RuleFiles(changed, problems, unread, shown);
    }

    /** Files that lie here and are not read although somebody may think so, one warning for each; sorted by place. */
    public List<Problem> unread() {
        return unread;
    }

    /** That there is not one promotion here, where that is so and nothing else is wrong. */
    public Optional<Problem> noPromotion(Severity severity) {
        return !problems.isEmpty() || files.keySet().stream().anyMatch(path -> path.startsWith(RuleFolder.PROMOTIONS + "/"))
                ? Optional.empty()
                : Optional.of(new Problem(
                        "no-promotion",
                        severity,
                        Place.of(shown.isEmpty() ? "rules" : shown),
                        "there is not one promotion here, so nothing is ever taken off",
                        "A promotion is a file below promotions/ whose name ends in .drl."));
    }

    Map<String, RuleFile> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }
}
