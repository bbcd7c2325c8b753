package dev.plaindeal.backtest;

import dev.plaindeal.EnginePair;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;

/**
 * One order under both rule books.
 *
 * @param basket the order
 * @param receipts with the rules as they were, and as they would be
 */
public record PricedTwice(Basket basket, EnginePair.Receipts receipts) {

    /** An order of which there are receipts. */
    static PricedTwice of(Basket basket, Receipt before, Receipt after) {
        return new PricedTwice(basket, new EnginePair.Receipts(EnginePair.CountedReceipt.of(before), EnginePair.CountedReceipt.of(after)));
    }

    /** Its receipt with the rules as they were. */
    public Receipt before() {
        return receipts.before().receipt();
    }

    /** Its receipt with the rules as they would be. */
    public Receipt after() {
        return receipts.after().receipt();
    }

    Receipt on(BookSide side) {
        return switch (side) {
            case BEFORE -> before();
            case AFTER -> after();
        };
    }

    /** Whether it was priced once, because nothing that differs is for it. */
    boolean isPricedOnce() {
        return receipts.before() == receipts.after();
    }

    boolean isTouched() {
        return !isPricedOnce() && !Given.isSame(before(), after());
    }

    /** How much more the buyer pays with the rules after. */
    public Money morePaid() {
        return after().total().minus(before().total());
    }
}
