package dev.plaindeal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes a file as a whole or not at all: nobody ever sees half of it. */
public final class WholeFile {

    private WholeFile() {}

    /**
     * Writes a text as UTF-8, in place of what was there; makes the folders it needs.
     *
     * @throws UncheckedIOException when it cannot be written; what was there is unharmed
     */
    public static void write(Path file, String text) {
        try {
            Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
            Files.createDirectories(folder.toAbsolutePath());
            Path half = folder.toAbsolutePath().resolve(halfName(file));
            try {
                Files.writeString(half, text, UTF_8);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Names nobody else writes to at the same time. Java's own temporary files would be for their owner's eyes only. */
    private static String halfName(Path file) {
        return "." + file.getFileName() + "." + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + ".half";
    }
}
