package dev.plaindeal.cli;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.BasketReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The baskets of one input, each handed on before the next is waited for. Input that cannot be opened, or fails on the way,
 * ends with a problem in the place of a basket. For one thread.
 */
final class BasketInput implements Iterator<BasketReading>, AutoCloseable {

    private final String name;
    private final InputStream in;
    private Iterator<BasketReading> readings;

    private BasketInput(String name, InputStream in, Iterator<BasketReading> readings) {
        this.name = name;
        this.in = in;
        this.readings = readings;
    }

    /** A file, or standard input for {@code -}. */
    static BasketInput open(String name, Terminal terminal) {
        try {
            InputStream in = Inputs.open(name, terminal);
            return new BasketInput(name, in, BasketReader.stream(Inputs.shown(name), in, terminal.now()).iterator());
        } catch (ProblemException unreadable) {
            return new BasketInput(name, InputStream.nullInputStream(), refused(unreadable.problems()));
        }
    }

    private static Iterator<BasketReading> refused(List<Problem> problems) {
        return List.of(new BasketReading(1, Optional.empty(), problems, Optional.empty())).iterator();
    }

    @Override
    public boolean hasNext() {
        try {
            return readings.hasNext();
        } catch (UncheckedIOException failed) {
            readings = refused(List.of(Inputs.unreadable(name, failed.getCause())));
            return true;
        }
    }

    @Override
    public BasketReading next() {
        hasNext();
        return readings.next();
    }

    /** Nothing more is wanted of it, so nothing is lost when this fails. */
    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException unwanted) {
            return;
        }
    }
}
