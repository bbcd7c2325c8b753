package dev.plaindeal.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** What is said where the system refuses to read or write, and where something fails that nobody foresaw: a plain sentence. */
public final class Failure {

    private Failure() {}

    /** Why, in words that fit behind a colon, for instance {@code No space left on device}; never a path. */
    public static String reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (failed instanceof AccessDeniedException) {
            return "the system does not allow it";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return "something else is in its place";
        }
        String words = failed instanceof FileSystemException named ? named.getReason() : failed.getMessage();
        return Optional.ofNullable(words).filter(said -> !said.isBlank()).orElse("the system does not say why");
    }

    /**
     * The last resort.
     *
     * @param where what was worked on, for instance a file or a basket
     * @param failure anything at all; of what is no refusal of the system nothing is quoted, because it speaks to programmers
     */
    public static Problem unforeseen(String where, Throwable failure) {
        Throwable cause = wrapped(failure) ? failure.getCause() : failure;
        if (cause instanceof UncheckedIOException unchecked) {
            cause = unchecked.getCause();
        }
        if (cause instanceof IOException refused) {
            return Problem.error("input-output", Place.of(where), "something could not be read or written: " + reason(refused), "");
        }
        if (cause instanceof OutOfMemoryError) {
            return Problem.error(
                    "out-of-memory", Place.of(where), "there is not enough memory for this", "Give Java more, for instance with -Xmx1g.");
        }
        return Problem.error(
                "internal-error",
                Place.of(where),
                "this could not be done: Plaindeal failed where it should not",
                "Please report what you ran, and with which files.");
    }

    private static boolean wrapped(Throwable failure) {
        boolean carries = failure instanceof IllegalStateException || failure instanceof ExecutionException;
        return carries && failure.getCause() != null;
    }
}
