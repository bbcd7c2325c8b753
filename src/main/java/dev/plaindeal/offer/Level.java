package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;

/** What has to be reached: money spent or items bought. */
public sealed interface Level {

    /**
     * An answer for each kind of level; a new kind does not compile until every place that asks has one.
     *
     * @param <T> the answer
     */
    interface Cases<T> {
        /** Money to spend. */
        T spend(Spend level);

        /** Items to buy. */
        T items(Items level);
    }

    /** The answer for this kind. */
    <T> T match(Cases<T> cases);

    /** Whether every amount of it is given in this currency. */
    boolean isIn(Currency currency);

    /**
     * Money to spend.
     *
     * @param amounts by currency
     */
    record Spend(Amounts amounts) implements Level {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.spend(this);
        }

        @Override
        public boolean isIn(Currency currency) {
            return amounts.has(currency);
        }
    }

    /**
     * Items to buy.
     *
     * @param count how many, at least 1
     */
    record Items(int count) implements Level {
        /** Refuses less than one. */
        public Items {
            if (count < 1) {
                throw new IllegalArgumentException("the number of items is at least 1");
            }
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.items(this);
        }

        @Override
        public boolean isIn(Currency currency) {
            return true;
        }
    }
}
