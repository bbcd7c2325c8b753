package dev.plaindeal.backtest;

import dev.plaindeal.EnginePair;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rules as they were and as they would be. Immutable and thread-safe, as engines are. */
public final class RuleBooks {

    private final PromotionEngine before;
    private final PromotionEngine after;
    private final EnginePair both;
    private final Map<String, ZoneId> clocks = new ConcurrentHashMap<>();

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

    /** The clock of {@link PromotionEngine#clock} with the rules after, asked for each order. */
    ZoneId clock(String market) {
        return clocks.computeIfAbsent(market, after::clock);
    }

    PricedTwice price(Basket basket) {
        return new PricedTwice(basket, both.evaluate(basket));
    }
}
