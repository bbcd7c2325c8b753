package dev.plaindeal.check;

import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.FolderWalk.Entry;
import dev.plaindeal.rules.FolderWalk.Kind;
import dev.plaindeal.rules.FolderWalk;
import dev.plaindeal.rules.grammar.RuleLayout.LaidOut;
import dev.plaindeal.rules.grammar.RuleLayout;
import dev.plaindeal.verify.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lays out rule files where they lie. A link inside the rules folder is followed and stays a link: the file it leads to is
 * laid out, once. Nothing is written where a link leaves the folder. For one thread.
 */
public final class RuleFormat {

    private final Mode mode;
    private final Set<Path> seen = new HashSet<>();
    private final List<Path> changed = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private RuleFormat(Mode mode) {
        this.mode = mode;
    }

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
     * Lays out these files, and the rule files below these folders, also those put aside with {@code _}; each on its own: what
     * is wrong with one keeps no other from being laid out.
     */
    public static Formatted of(List<Path> named, Mode mode) {
        RuleFormat format = new RuleFormat(mode);
        for (Path one : named) {
            if (Files.isDirectory(one)) {
                format.folder(one);
            } else {
                format.file(one);
            }
        }
        return new Formatted(format.seen.size(), format.changed, format.problems);
    }

    private void folder(Path folder) {
        try {
            FolderWalk found = FolderWalk.of(folder, FolderWalk.around(folder), name -> name.startsWith("."));
            found.problems().forEach(problem -> problems.add(problem.below(folder.toString())));
            found.entries().stream()
                    .filter(Entry::isRules)
                    .sorted(Comparator.comparing(entry -> folder.resolve(entry.path())))
                    .forEach(entry -> entry(entry, folder));
        } catch (IOException unreadable) {
            problems.add(unreadable(folder, unreadable));
        }
    }

    private void entry(Entry entry, Path folder) {
        entry.problem().ifPresentOrElse(
                problem -> problems.add(problem.below(folder.toString())),
                () -> layOut(folder.resolve(entry.path()), entry.file()));
    }

    private void file(Path file) {
        try {
            Path real = file.toRealPath();
            boolean inside = !Files.isSymbolicLink(file) || real.startsWith(FolderWalk.around(file).toRealPath());
            Kind kind = !inside ? Kind.LINK_OUT : Files.isRegularFile(real) ? Kind.FILE : Kind.NO_FILE;
            new Entry(file.toString(), real, kind).problem().ifPresentOrElse(problems::add, () -> layOut(file, real));
        } catch (IOException unreadable) {
            seen.add(file);
            problems.add(unreadable(file, unreadable));
        }
    }

    private void layOut(Path file, Path real) {
        try {
            if (seen.add(real) && differs(file, real)) {
                changed.add(file);
            }
        } catch (ProblemException unwritable) {
            problems.addAll(unwritable.problems());
        } catch (IOException unreadable) {
            problems.add(unreadable(file, unreadable));
        }
    }

    private boolean differs(Path file, Path real) throws IOException {
        LaidOut laidOut = RuleLayout.of(file.toString(), real);
        problems.addAll(laidOut.problems());
        byte[] after = laidOut.text().getBytes(StandardCharsets.UTF_8);
        if (!laidOut.problems().isEmpty() || Arrays.equals(Files.readAllBytes(real), after)) {
            return false;
        }
        if (mode == Mode.WRITE) {
            WholeFile.write(real, laidOut.text());
        }
        return true;
    }

    private static Problem unreadable(Path file, IOException why) {
        return Problem.error(
                "unreadable-file", Place.of(file.toString()), "this file cannot be read: " + Failure.reason(why), "Is the path right?");
    }
}
