package dev.plaindeal.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * What a command may touch of the outside world.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for problems and progress
 * @param now the moment for baskets that name none
 * @param attended whether a person sits in front of it, who can be asked and likes to see progress
 * @param nanos a clock that only measures how long something took
 */
public record Terminal(
        InputStream in, PrintWriter out, PrintWriter err, Instant now, boolean attended, LongSupplier nanos) {

    /** Nobody sits in front of it, and nothing takes any time. */
    public Terminal(InputStream in, PrintWriter out, PrintWriter err, Instant now) {
        this(in, out, err, now, false, () -> 0);
    }
}
