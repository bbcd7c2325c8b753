package dev.plaindeal.cli;

import dev.plaindeal.codes.CodeFileCheck;
import dev.plaindeal.codes.CodeLists;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.verify.WholeFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import picocli.CommandLine.Option;

/** The code file that a command writes: a new one, or one whose codes all stay. */
final class CodesTarget {

    @Option(names = "--out", paramLabel = "FILE", description = "The new file; nothing is overwritten.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--into", paramLabel = "FILE", description = "A code file to add to.")
    private Optional<Path> into = Optional.empty();

    /** Whether exactly one is named. */
    boolean isOne() {
        return out.isPresent() != into.isPresent();
    }

    Path path() {
        return out.or(() -> into).orElseThrow();
    }

    /** What the file that is added to has of each pool; {@link ProblemException} where it is damaged, or a new one is there already. */
    Map<String, Long> before() {
        if (into.isPresent()) {
            return checked(into.get()).byPool();
        }
        if (Files.exists(path(), LinkOption.NOFOLLOW_LINKS)) {
            throw new ProblemException(List.of(Problem.error(
                    "file-exists", Place.of(path().toString()), "this file is there already", "Name another, or add to it with --into.")));
        }
        return Map.of();
    }

    static CodeFileCheck checked(Path file) {
        CodeFileCheck check = CodeFileCheck.of(file, codes -> {});
        if (!check.problems().isEmpty()) {
            throw new ProblemException(check.problems());
        }
        return check;
    }

    CodeLists lists(LongConsumer progress) {
        return into.map(file -> CodeLists.with(file, progress)).orElseGet(() -> CodeLists.alone(progress));
    }

    void write(WholeFile.FileContent content) {
        WholeFile.write(path(), content);
    }
}
