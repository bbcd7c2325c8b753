package dev.plaindeal.backtest;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;

/**
 * One order under both rule books.
 *
 * @param basket the order
 * @param before its receipt with the rules as they were
 * @param after its receipt with the rules as they would be
 */
public record PricedTwice(Basket basket, Receipt before, Receipt after) {

    Receipt on(BookSide side) {
        return switch (side) {
            case BEFORE -> before;
            case AFTER -> after;
        };
    }

    boolean isTouched() {
        return !Given.isSame(before, after);
    }

    /** How much more the buyer pays with the rules after. */
    public Money morePaid() {
        return after.total().minus(before.total());
    }
}
