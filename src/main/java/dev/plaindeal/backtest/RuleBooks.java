package dev.plaindeal.backtest;

import dev.plaindeal.EnginePair;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;

/** The rules as they were and as they would be. Immutable and thread-safe, as engines are. */
public final class RuleBooks {

    private final PromotionEngine before;
    private final PromotionEngine after;
    private final EnginePair both;

    /** Those two. */
    public RuleBooks(PromotionEngine before, PromotionEngine after) {
        this.before = before;
        this.after = after;
        this.both = EnginePair.of(before, after);
    }

    PromotionEngine before() {
        return before;
    }

    PromotionEngine after() {
        return after;
    }

    PromotionEngine on(BookSide side) {
        return switch (side) {
            case BEFORE -> before;
            case AFTER -> after;
        };
    }

    PricedTwice price(Basket basket) {
        EnginePair.Receipts receipts = both.evaluate(basket);
        return new PricedTwice(basket, receipts.before(), receipts.after());
    }
}
