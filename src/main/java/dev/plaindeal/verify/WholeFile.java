package dev.plaindeal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Writes a file as a whole or not at all: nobody ever sees half of it. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a text as UTF-8, in place of what was there; makes the folders it needs.
     *
     * @throws ProblemException when it cannot be written; what was there is unharmed
     */
    public static void write(Path file, String text) {
        try {
            Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
            Files.createDirectories(folder.toAbsolutePath());
            Path half = file.resolveSibling("." + file.getFileName() + ".half");
            try {
                Files.deleteIfExists(half);
                // A new file, or whoever put a link in its place would choose what is written over.
                Files.writeString(half, text, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException failed) {
            throw new ProblemException(List.of(Problem.error(
                    "unwritable",
                    Place.of(file.toString()),
                    "this file cannot be written: " + Failure.reason(failed),
                    "What was there is as it was.")));
        }
    }
}
