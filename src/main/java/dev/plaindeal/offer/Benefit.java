package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Percent;

/** How much is taken off: a percentage, an amount, or down to a price. */
public sealed interface Benefit {

    /**
     * An answer for each kind of benefit; a new kind does not compile until every place that asks has one.
     *
     * @param <T> the answer
     */
    interface Cases<T> {
        /** A share of the price. */
        T percent(PercentOff benefit);

        /** A sum of money. */
        T amount(AmountOff benefit);

        /** A price to pay instead. */
        T price(PriceOf benefit);
    }

    /** The answer for this kind. */
    <T> T match(Cases<T> cases);

    /** Whether every amount of it is given in this currency. */
    boolean isIn(Currency currency);

    /** Whether it is a share of a price, which has to be rounded and can be shared out over lines. */
    boolean isPercent();

    /** Whether it is the whole price by what it says, 100 %. */
    boolean isWhole();

    /**
     * A share of the price.
     *
     * @param percent the share
     */
    record PercentOff(Percent percent) implements Benefit {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.percent(this);
        }

        @Override
        public boolean isIn(Currency currency) {
            return true;
        }

        @Override
        public boolean isPercent() {
            return true;
        }

        @Override
        public boolean isWhole() {
            return percent.isWhole();
        }
    }

    /**
     * A sum of money.
     *
     * @param amounts by currency
     */
    record AmountOff(Amounts amounts) implements Benefit {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.amount(this);
        }

        @Override
        public boolean isIn(Currency currency) {
            return amounts.has(currency);
        }

        @Override
        public boolean isPercent() {
            return false;
        }

        @Override
        public boolean isWhole() {
            return false;
        }
    }

    /**
     * A price to pay instead.
     *
     * @param price by currency
     */
    record PriceOf(Amounts price) implements Benefit {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.price(this);
        }

        @Override
        public boolean isIn(Currency currency) {
            return price.has(currency);
        }

        @Override
        public boolean isPercent() {
            return false;
        }

        @Override
        public boolean isWhole() {
            return false;
        }
    }
}
