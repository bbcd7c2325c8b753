package dev.plaindeal.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;

/**
 * What a command may touch of the outside world.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for problems and progress
 * @param now the moment for baskets that name none
 */
public record Terminal(InputStream in, PrintWriter out, PrintWriter err, Instant now) {}
