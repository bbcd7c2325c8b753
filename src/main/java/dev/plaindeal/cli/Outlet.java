package dev.plaindeal.cli;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers why something could not be written, which a writer that prints keeps to itself. For one thread. */
final class Outlet extends FilterOutputStream {

    /** What the system says when whoever read has had enough, as {@code head} has: no reason to complain. */
    private static final String READER_GONE = "Broken pipe";

    private @Nullable IOException failure;

    Outlet(OutputStream to) {
        super(to);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }

    /** Whether something was lost. */
    boolean failed() {
        return failure != null;
    }

    /** What to tell the user about it; empty where nothing was lost, or nobody wanted it. */
    Optional<Problem> complaint() {
        return Optional.ofNullable(failure)
                .map(lost -> String.valueOf(lost.getMessage()))
                .filter(reason -> !reason.equals(READER_GONE))
                .map(reason -> Problem.error(
                        "output-lost",
                        Place.of("<stdout>"),
                        "the output could not be written to its end: " + reason,
                        "Nothing that was printed can be relied on."));
    }
}
