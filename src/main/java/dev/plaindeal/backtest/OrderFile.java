package dev.plaindeal.backtest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file of orders: a basket in JSON on each line, plain or packed by gzip, whatever its name.
 *
 * @param name for places of problems
 * @param state what tells it from the same file after it was changed, for instance size and date; empty where nobody knows
 * @param opener opens it from its beginning
 */
public record OrderFile(String name, String state, Opener opener) {

    /** Opens a file. */
    @FunctionalInterface
    public interface Opener {
        /** Its bytes from the first on; closed by whoever asked. */
        InputStream open() throws IOException;
    }

    /**
     * A file on a disk.
     *
     * @throws IOException where there is none that can be read
     */
    public static OrderFile of(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw Files.exists(file) ? new AccessDeniedException(file.toString()) : new NoSuchFileException(file.toString());
        }
        String state = Files.size(file) + " bytes of " + Files.getLastModifiedTime(file).toInstant();
        return new OrderFile(file.toString(), state, () -> Files.newInputStream(file));
    }
}
