package dev.plaindeal.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.function.LongSupplier;

/** What a command may touch of the outside world. */
public final class Terminal {

    private final InputStream in;
    private final SafeWriter out;
    private final SafeWriter err;
    private final Instant now;
    private final boolean attended;
    private final LongSupplier nanos;

    /**
     * With everything.
     *
     * @param in standard input
     * @param out standard output, for results
     * @param err standard error, for problems and progress
     * @param now the moment for baskets that name none
     * @param attended whether a person sits in front of it, who can be asked and likes to see progress
     * @param nanos a clock that only measures how long something took
     */
    public Terminal(
            InputStream in, PrintWriter out, PrintWriter err, Instant now, boolean attended, LongSupplier nanos) {
        this.in = in;
        this.out = new SafeWriter(out);
        this.err = new SafeWriter(err);
        this.now = now;
        this.attended = attended;
        this.nanos = nanos;
    }

    /** Nobody sits in front of it, and nothing takes any time. */
    public Terminal(InputStream in, PrintWriter out, PrintWriter err, Instant now) {
        this(in, out, err, now, false, () -> 0);
    }

    InputStream in() {
        return in;
    }

    SafeWriter out() {
        return out;
    }

    SafeWriter err() {
        return err;
    }

    Instant now() {
        return now;
    }

    boolean attended() {
        return attended;
    }

    LongSupplier nanos() {
        return nanos;
    }
}
