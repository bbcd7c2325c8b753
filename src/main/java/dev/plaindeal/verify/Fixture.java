package dev.plaindeal.verify;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A basket and the receipt it is expected to get.
 *
 * @param name path below the fixtures folder without the ending, with /
 * @param basket the file with the basket
 * @param receipt the file with the receipt, whether or not it is there
 * @param rules rules of its own, from a folder {@code rules} beside it or in a folder above it
 */
public record Fixture(String name, Path basket, Path receipt, Optional<Path> rules) {}
