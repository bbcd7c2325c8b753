package dev.plaindeal.check;

import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.InputText;
import dev.plaindeal.rules.Layout;
import dev.plaindeal.rules.Layout.LaidOut;
import dev.plaindeal.verify.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lays out rule files where they lie. */
public final class RuleFormat {

    private static final String ENDING = ".drl";

    private RuleFormat() {}

    /** What becomes of a file whose layout differs. */
    public enum Mode {
        /** It is written anew. */
        WRITE,
        /** It is only named. */
        LIST
    }

    /**
     * What was done.
     *
     * @param files how many files were looked at
     * @param changed those whose layout differed, in the order given
     * @param problems why some were left alone
     */
    public record Formatted(int files, List<Path> changed, List<Problem> problems) {

        /** Copies the lists. */
        public Formatted {
            changed = List.copyOf(changed);
            problems = problems.stream().sorted().toList();
        }
    }

    /**
     * The rule files below a folder, also those put aside with {@code _}, sorted. Links to folders are not followed.
     *
     * @throws ProblemException when there is no such folder or it cannot be read
     */
    public static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file)).sorted().toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ProblemException(List.of(Problem.error(
                    "no-folder", Place.of(folder.toString()), "there is no such folder, or it cannot be read", "Name a folder of rules.")));
        }
    }

    /** Lays out these files, each on its own: what is wrong with one keeps no other from being laid out. */
    public static Formatted of(List<Path> files, Mode mode) {
        List<Path> changed = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                if (differs(file, mode, problems)) {
                    changed.add(file);
                }
            } catch (ProblemException refused) {
                problems.addAll(refused.problems());
            } catch (IOException unreadable) {
                problems.add(Problem.error(
                        "unreadable-file",
                        Place.of(file.toString()),
                        "this file cannot be read: " + Failure.reason(unreadable),
                        "Is the path right?"));
            }
        }
        return new Formatted(files.size(), changed, problems);
    }

    private static boolean differs(Path file, Mode mode, List<Problem> problems) throws IOException {
        byte[] before = bytes(file);
        LaidOut laidOut = Layout.of(file.toString(), before);
        problems.addAll(laidOut.problems());
        byte[] after = laidOut.text().getBytes(StandardCharsets.UTF_8);
        if (!laidOut.problems().isEmpty() || Arrays.equals(before, after)) {
            return false;
        }
        if (mode == Mode.WRITE) {
            WholeFile.write(file.toRealPath(), laidOut.text());
        }
        return true;
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ProblemException(List.of(
                    Problem.error("unreadable-file", Place.of(file.toString()), "this is no file", "Name rule files, or folders of them.")));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return InputText.bytes(file.toString(), in);
        }
    }
}
