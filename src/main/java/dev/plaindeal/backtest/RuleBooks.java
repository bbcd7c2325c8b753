package dev.plaindeal.backtest;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.receipt.Receipt;

/**
 * The rules as they were and as they would be. Thread-safe, as engines are.
 *
 * @param before as they were
 * @param after as they would be
 */
public record RuleBooks(PromotionEngine before, PromotionEngine after) {

    PromotionEngine on(BookSide side) {
        return switch (side) {
            case BEFORE -> before;
            case AFTER -> after;
        };
    }

    PricedTwice price(Basket basket) {
        Receipt then = before.evaluate(basket);
        return new PricedTwice(basket, then, before == after ? then : after.evaluate(basket));
    }
}
