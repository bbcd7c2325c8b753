package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.codes.CodeFile;
import java.io.IOException;
import java.nio.file.Files;
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

    /** One for all engines of a command, which are compared by it. */
    private Optional<CodeFile> opened = Optional.empty();

    /** What tells the directory from another, and from the same file after a change; empty where none is named. */
    String state() throws IOException {
        return file.isEmpty() ? "" : file.get().toAbsolutePath().normalize() + " " + Files.size(file.get()) + " "
                + Files.getLastModifiedTime(file.get()).toInstant();
    }

    /** This engine with the directory named; as it is where none is. */
    PromotionEngine in(PromotionEngine engine) {
        if (opened.isEmpty()) {
            opened = file.map(CodeFile::open);
        }
        return opened.map(engine::withCodeDirectory).orElse(engine);
    }
}
