package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.codes.CodeFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where it stands which pool a code belongs to; without it no code belongs to one. */
final class CodesOption {

    @Option(
            names = "--code-directory",
            paramLabel = "FILE",
            description = "Code file that says which pool a code belongs to; the command codes makes it.")
    private Optional<Path> file = Optional.empty();

    /** This engine with the directory named; as it is where none is. */
    PromotionEngine in(PromotionEngine engine) {
        return file.map(CodeFile::open).map(engine::withCodeDirectory).orElse(engine);
    }
}
