package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;

/** What has to be reached: money spent or items bought. */
public sealed interface Level {

    /**
     * Money to spend.
     *
     * @param amounts by currency
     */
    record Spend(Amounts amounts) implements Level {}

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
    }
}
