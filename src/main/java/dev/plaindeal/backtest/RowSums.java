package dev.plaindeal.backtest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;

/** The sums of one row of a breakdown. Exact, whatever their size. Not thread-safe while they are added up. */
public final class RowSums {

    private static final int MEASURES = SumKind.values().length;
    private static final int TOUCHED = 2 * MEASURES;
    private static final int DEARER = TOUCHED + 1;
    private static final int DEARER_BY = TOUCHED + 2;
    private static final int CHEAPER = TOUCHED + 3;
    private static final int CHEAPER_BY = TOUCHED + 4;

    private final ExactSums sums = new ExactSums(TOUCHED + 5);

    RowSums() {}

    private static int index(BookSide side, SumKind measure) {
        return side.ordinal() * MEASURES + measure.ordinal();
    }

    /** Adds the same under these rules: of both where an order was priced once. */
    void add(List<BookSide> sides, SumKind measure, long value) {
        for (int i = 0; i < sides.size(); i++) {
            sums.add(index(sides.get(i), measure), value);
        }
    }

    /** @param pays how much more the buyer pays with the rules after, in minor units */
    void touch(long pays) {
        sums.add(TOUCHED, 1);
        if (pays > 0) {
            sums.add(DEARER, 1);
            sums.add(DEARER_BY, pays);
        } else if (pays < 0) {
            sums.add(CHEAPER, 1);
            sums.add(CHEAPER_BY, Math.negateExact(pays));
        }
    }

    /** Orders whose buyers pay more with the rules after. */
    public BigInteger dearer() {
        return sums.get(DEARER);
    }

    /** How much more those pay together, in minor units. */
    public BigInteger dearerBy() {
        return sums.get(DEARER_BY);
    }

    /** Orders whose buyers pay less with the rules after. */
    public BigInteger cheaper() {
        return sums.get(CHEAPER);
    }

    /** How much less those pay together, in minor units. */
    public BigInteger cheaperBy() {
        return sums.get(CHEAPER_BY);
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
