package dev.plaindeal.cli;

import dev.plaindeal.model.Basket;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
            InputStream in = Files.newInputStream(Path.of(name));
            return BasketReader.stream(name, in, terminal.now()).onClose(() -> close(in));
        } catch (IOException | InvalidPathException unreadable) {
            return Stream.of(new Reading(1, Optional.empty(), List.of(unreadable(name)), Optional.empty()));
        }
    }

    private static Problem unreadable(String name) {
        boolean there = Files.exists(Path.of(name));
        return Problem.error(
                "unreadable-file",
                Place.of(name),
                there ? "this file cannot be read" : "there is no such file",
                there ? "A basket is a JSON file that you may read." : "Maybe the path is relative to another folder.");
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A basket whose discounts cannot be worked out exactly in 64 bits. */
    static Problem tooLarge(Basket basket) {
        return Problem.error(
                "overflow",
                Place.of(basket.id()),
                "the amounts of this basket are too large to be priced exactly",
                "No total may be above " + Basket.LARGEST_TOTAL + " minor units.");
    }
}
