package dev.plaindeal.verify;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.codes.CodeFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A basket and the receipt it is expected to get.
 *
 * @param name path below the fixtures folder without the ending, with /
 * @param basket the file with the basket
 * @param rules rules of its own, from a folder {@code rules} beside it or in a folder above it
 * @param codes the code file that says which pool a code belongs to, from {@code code-directory.txt} beside it or in a folder above it
 */
public record Fixture(String name, Path basket, Optional<Path> rules, Optional<Path> codes) {

    static final String BASKET = ".basket.json";

    /** Where no code belongs to a pool. */
    public Fixture(String name, Path basket, Optional<Path> rules) {
        this(name, basket, rules, Optional.empty());
    }

    /**
     * The engine that prices it.
     *
     * @param engine of its rules
     * @return the same with its code file, where it has one
     * @throws dev.plaindeal.problem.ProblemException when that is no code file
     */
    public PromotionEngine engine(PromotionEngine engine) {
        return codes.map(CodeFile::open).map(engine::withCodeDirectory).orElse(engine);
    }

    /** The file beside the basket whose name ends otherwise, see {@link Golden#of}. */
    Path file(String ending) {
        String file = basket.getFileName().toString();
        return basket.resolveSibling(file.substring(0, file.length() - BASKET.length()) + ending);
    }
}
