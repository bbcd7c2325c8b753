package dev.plaindeal.cli;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.json.InputText;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Opens what is named on the command line; what cannot be opened is a problem, not a crash. */
final class Inputs {

    private static final String STANDARD = "-";

    private Inputs() {}

    /** How messages name it. */
    static String shown(String name) {
        return name.equals(STANDARD) ? "<stdin>" : name;
    }

    /** A file, or standard input for {@code -}, which closing leaves open; {@link ProblemException} when it cannot be opened. */
    static InputStream open(String name, Terminal terminal) {
        if (name.equals(STANDARD)) {
            return new FilterInputStream(terminal.in()) {
                @Override
                public void close() {}
            };
        }
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw refused(Problem.error(
                        "not-a-file", Place.of(name), "This is a folder, not a file", "Name the files in it, for instance with *.basket.json."));
            }
            return Files.newInputStream(path);
        } catch (InvalidPathException noPath) {
            throw refused(missing(name));
        } catch (IOException failed) {
            throw refused(unreadable(name, failed));
        }
    }

    /** All text of a file, or of standard input for {@code -}; {@link ProblemException} when it cannot be read. */
    static String text(String name, Terminal terminal) {
        try (InputStream in = open(name, terminal)) {
            return InputText.of(shown(name), InputText.bytes(shown(name), in));
        } catch (IOException failed) {
            throw refused(unreadable(name, failed));
        }
    }

    /** Whether its end can be seen without waiting for anybody: a file that lies on a disk. */
    static boolean isAtRest(String name) {
        try {
            return !name.equals(STANDARD) && Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** What to say of input that cannot be read, or not to its end. */
    static Problem unreadable(String name, IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return missing(name);
        }
        String what = name.equals(STANDARD) ? "Standard input" : "This file";
        return Problem.error("unreadable-file", Place.of(shown(name)), what + " cannot be read: " + Failure.reason(failed), "");
    }

    private static Problem missing(String name) {
        return Problem.error(
                "no-such-file", Place.of(name), "There is no such file", "Maybe the path is relative to another folder.");
    }

    private static ProblemException refused(Problem problem) {
        return new ProblemException(List.of(problem));
    }

    /** A basket whose discounts cannot be worked out exactly in 64 bits. */
    static Problem tooLarge(Basket basket) {
        return Problem.error(
                "overflow",
                Place.of(basket.id()),
                "The amounts of this basket are too large to be priced exactly",
                "No total may be above " + Basket.LARGEST_TOTAL + " minor units");
    }
}
