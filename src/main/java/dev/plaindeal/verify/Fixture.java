package dev.plaindeal.verify;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A basket and the receipt it is expected to get.
 *
 * @param name path below the fixtures folder without the ending, with /
 * @param basket the file with the basket
 * @param rules rules of its own, from a folder {@code rules} beside it or in a folder above it
 */
public record Fixture(String name, Path basket, Optional<Path> rules) {

    static final String BASKET = ".basket.json";

    /** The file beside the basket whose name ends otherwise, see {@link Golden#of}. */
    Path file(String ending) {
        String file = basket.getFileName().toString();
        return basket.resolveSibling(file.substring(0, file.length() - BASKET.length()) + ending);
    }
}
