package dev.plaindeal.cli;

import dev.plaindeal.model.Basket;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens what is named on the command line; what cannot be opened is a problem, not a crash. */
final class Inputs {

    private Inputs() {}

    /** Baskets of a file, or of standard input for {@code -}. */
    static Stream<Reading> baskets(String name, Terminal terminal) {
        if (name.equals("-")) {
            return BasketReader.stream("<stdin>", terminal.in(), terminal.now());
        }
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                return refused(Problem.error(
                        "not-a-file", Place.of(name), "This is a folder, not a basket", "Name the baskets in it, for instance with *.basket.json."));
            }
            InputStream in = Files.newInputStream(path);
            return BasketReader.stream(name, in, terminal.now()).onClose(() -> close(in));
        } catch (NoSuchFileException | InvalidPathException missing) {
            return refused(Problem.error(
                    "no-such-file", Place.of(name), "There is no such file", "Maybe the path is relative to another folder."));
        } catch (IOException unreadable) {
            return refused(Problem.error("unreadable-file", Place.of(name), "This file cannot be read", ""));
        }
    }

    private static Stream<Reading> refused(Problem problem) {
        return Stream.of(new Reading(1, Optional.empty(), List.of(problem), Optional.empty()));
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All text of a file, or of standard input for {@code -}; {@link ProblemException} when it cannot be read. */
    static String text(String name, Terminal terminal) {
        try {
            byte[] bytes = name.equals("-") ? terminal.in().readAllBytes() : Files.readAllBytes(Path.of(name));
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new ProblemException(List.of(Problem.error(
                    "no-such-file", Place.of(name), "There is no such file", "Maybe the path is relative to another folder.")));
        } catch (IOException unreadable) {
            throw new ProblemException(
                    List.of(Problem.error("unreadable-file", Place.of(name), "This file cannot be read", "")));
        }
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
