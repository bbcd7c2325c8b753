package dev.plaindeal.backtest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;

/** The sums of one row of a breakdown. Exact, whatever their size. Not thread-safe while they are added up. */
public final class RowSums {

    private static final int MEASURES = SumKind.values().length;
    private static final int TOUCHED = 2 * MEASURES;

    private final ExactSums sums = new ExactSums(2 * MEASURES + 1);

    RowSums() {}

    private static int index(BookSide side, SumKind measure) {
        return side.ordinal() * MEASURES + measure.ordinal();
    }

    void add(BookSide side, SumKind measure, long value) {
        sums.add(index(side, measure), value);
    }

    void touch() {
        sums.add(TOUCHED, 1);
    }

    void addAll(RowSums others) {
        sums.addAll(others.sums);
    }

    /** The sum of a measure under these rules: minor units of money, tenths of points, or a number. */
    public BigInteger get(BookSide side, SumKind measure) {
        return sums.get(index(side, measure));
    }

    /** After less before. */
    public BigInteger change(SumKind measure) {
        return get(BookSide.AFTER, measure).subtract(get(BookSide.BEFORE, measure));
    }

    /** Orders that the change of rules touches: what they are given, promised or pay differs in anything. */
    public BigInteger touched() {
        return sums.get(TOUCHED);
    }

    void write(DataOutput out) throws IOException {
        sums.write(out);
    }

    void read(DataInput in) throws IOException {
        sums.read(in);
    }
}
