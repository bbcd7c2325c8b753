package dev.plaindeal.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plaindeal.EnginePair;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.Shortfall;
import dev.plaindeal.stack.LazyList;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTallyTest {

    private static final PromotionEngine ENGINE = PromotionEngine.load(Path.of("rules"));
    private static final RuleBooks BOOKS = new RuleBooks(ENGINE, ENGINE);
    private static final Basket BASKET = Basket.builder("1", "US", "USD", Instant.parse("2026-11-22T20:00:00Z"))
            .line("cup", "pearl-house", "120.00", 1)
            .build();

    /** A refusal that cannot be worked out makes the order bad, and a bad order is in no sum. */
    @Test
    void anOrderIsAddedWholeOrNotAtAll() {
        Receipt receipt = ENGINE.evaluate(BASKET);
        EnginePair.CountedReceipt sound = EnginePair.CountedReceipt.of(receipt);
        List<Shortfall> failing = new LazyList<>(() -> {
            throw new ArithmeticException("too large");
        });
        EnginePair.CountedReceipt broken = new EnginePair.CountedReceipt(receipt, failing);
        for (EnginePair.Receipts both : List.of(new EnginePair.Receipts(broken, broken), new EnginePair.Receipts(sound, broken), new EnginePair.Receipts(broken, sound))) {
            CurrencySums sums = new CurrencySums();
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> OrderTally.add(BOOKS, sums, new PricedTwice(BASKET, both)));
            assertThat(List.of(Breakdown.values())).allSatisfy(by -> assertThat(sums.by(by)).isEmpty());
        }
    }

    /** What was priced once counts for both rule books as if it had been priced twice. */
    @Test
    void anOrderPricedOnceCountsForBoth() {
        EnginePair.CountedReceipt once = EnginePair.CountedReceipt.of(ENGINE.evaluate(BASKET));
        EnginePair.CountedReceipt again = EnginePair.CountedReceipt.of(ENGINE.evaluate(BASKET));
        CurrencySums shared = new CurrencySums();
        CurrencySums apart = new CurrencySums();
        OrderTally.add(BOOKS, shared, new PricedTwice(BASKET, new EnginePair.Receipts(once, once)));
        OrderTally.add(BOOKS, apart, new PricedTwice(BASKET, new EnginePair.Receipts(once, again)));
        for (Breakdown by : Breakdown.values()) {
            assertThat(shared.by(by).keySet()).isEqualTo(apart.by(by).keySet()).isNotEmpty();
            for (String name : shared.by(by).keySet()) {
                for (SumKind kind : SumKind.values()) {
                    for (BookSide side : BookSide.values()) {
                        assertThat(shared.by(by).get(name).get(side, kind)).as(by + " " + name + " " + kind + " " + side)
                                .isEqualTo(apart.by(by).get(name).get(side, kind));
                    }
                }
            }
        }
    }
}
