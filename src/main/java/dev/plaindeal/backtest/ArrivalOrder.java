package dev.plaindeal.backtest;

import java.time.Instant;
import java.util.Comparator;

/**
 * An order and when it was placed.
 *
 * @param at when
 * @param file index of its file
 * @param line its line there, from 1
 * @param json the line
 */
record ArrivalOrder(Instant at, int file, int line, byte[] json) {

    /** Of the same moment, in the order of the input. */
    static final Comparator<ArrivalOrder> IN_TIME =
            Comparator.comparing(ArrivalOrder::at).thenComparingInt(ArrivalOrder::file).thenComparingInt(ArrivalOrder::line);
}
