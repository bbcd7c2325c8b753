package dev.plaindeal.backtest;

import dev.plaindeal.money.Percent;
import java.math.BigInteger;

/** How many bad lines are put up with before nothing is said of the others. */
public sealed interface MostBad {

    /** Whether so many of these lines may be bad; asked at the end. */
    boolean allows(long bad, long lines);

    /** Whether so many bad lines may be allowed still, whatever comes. */
    boolean mayAllow(long bad);

    /** Any number. */
    record AnyNumber() implements MostBad {
        @Override
        public boolean allows(long bad, long lines) {
            return true;
        }

        @Override
        public boolean mayAllow(long bad) {
            return true;
        }
    }

    /**
     * So many.
     *
     * @param most 0 or more
     */
    record FixedNumber(long most) implements MostBad {
        @Override
        public boolean allows(long bad, long lines) {
            return bad <= most;
        }

        @Override
        public boolean mayAllow(long bad) {
            return bad <= most;
        }
    }

    /**
     * Such a part of all lines that are not blank: 1 of 100 with 1 %.
     *
     * @param most 0 to 100 %
     */
    record PartOfLines(Percent most) implements MostBad {

        private static final BigInteger WHOLE = BigInteger.valueOf(1_000_000);

        @Override
        public boolean allows(long bad, long lines) {
            BigInteger allowed = BigInteger.valueOf(lines).multiply(BigInteger.valueOf(most.millionths()));
            return BigInteger.valueOf(bad).multiply(WHOLE).compareTo(allowed) <= 0;
        }

        @Override
        public boolean mayAllow(long bad) {
            return true;
        }
    }
}
