package dev.plaindeal.backtest.simplify;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.math.BigDecimal;

/** What a replacement takes off: a percentage or an amount, larger in whole steps. */
sealed interface FlatSaving {

    /** As a rule file says it. */
    String words();

    /** As a comment says it. */
    String says();

    /** Another of the same kind. */
    FlatSaving of(long steps);

    /** How many steps it has. */
    long steps();

    /** No larger one is tried. */
    long most();

    /**
     * A percentage of everything.
     *
     * @param steps hundredths of a percent
     */
    record PercentOfAll(long steps) implements FlatSaving {

        private static final long WHOLE = 10_000;

        private String number() {
            return BigDecimal.valueOf(steps, 2).stripTrailingZeros().toPlainString();
        }

        @Override
        public String words() {
            return "percentOff(" + (number().indexOf('.') < 0 ? number() : '"' + number() + '"') + ")";
        }

        @Override
        public String says() {
            return number() + " %";
        }

        @Override
        public FlatSaving of(long other) {
            return new PercentOfAll(other);
        }

        @Override
        public long most() {
            return WHOLE;
        }
    }

    /**
     * One amount.
     *
     * @param currency of it
     * @param steps minor units
     */
    record OneAmount(Currency currency, long steps) implements FlatSaving {

        private static final long LARGEST = 1_000_000_000L;

        @Override
        public String words() {
            return "amountOff(\"" + says() + "\")";
        }

        @Override
        public String says() {
            return new Money(steps, currency).toString();
        }

        @Override
        public FlatSaving of(long other) {
            return new OneAmount(currency, other);
        }

        @Override
        public long most() {
            return LARGEST;
        }
    }
}
