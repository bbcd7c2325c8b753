package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Percent;

/** How much is taken off: a percentage, an amount, or down to a price. */
public sealed interface Benefit {

    /**
     * A share of the price.
     *
     * @param percent the share
     */
    record PercentOff(Percent percent) implements Benefit {}

    /**
     * A sum of money.
     *
     * @param amounts by currency
     */
    record AmountOff(Amounts amounts) implements Benefit {}

    /**
     * A price to pay instead.
     *
     * @param price by currency
     */
    record PriceOf(Amounts price) implements Benefit {}
}
