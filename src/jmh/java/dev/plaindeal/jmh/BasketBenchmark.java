package dev.plaindeal.jmh;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Larger baskets, and promotions that compete for the same place; 100 promotions live. */
public class BasketBenchmark extends Timing {

    private static final int LIVE = 100;

    /** So many lines. */
    @State(Scope.Benchmark)
    public static class Wide {
        @Param({"5", "30", "200", "1000"})
        int lines;

        PromotionEngine engine;
        Basket basket;

        @Setup
        public void load() {
            basket = Baskets.of(lines, Catalog.CODES);
            engine = PromotionEngine.load(RuleText.of(Catalog.live(LIVE)));
            Answers.same(basket, engine.evaluate(basket).total().minor());
        }
    }

    /** Twelve coupons of which two can be kept. */
    @State(Scope.Benchmark)
    public static class Competing {
        PromotionEngine engine;
        Basket basket;

        @Setup
        public void load() {
            List<Deal> deals = new ArrayList<>(Catalog.competing());
            basket = Baskets.of(5, deals.stream().map(deal -> deal.found().code()).toList());
            deals.addAll(Catalog.live(LIVE));
            engine = PromotionEngine.load(RuleText.of(deals));
            Receipt receipt = engine.evaluate(basket);
            if (receipt.applied().size() + receipt.rejected().size() < Catalog.competing().size()) {
                throw new IllegalStateException("not all coupons compete: " + receipt);
            }
        }
    }

    /** A whole evaluation. */
    @Benchmark
    @Fork(value = SEVERAL, jvmArgsAppend = {HEAP, COLLECTOR})
    public Receipt lines(Wide wide) {
        return wide.engine.evaluate(wide.basket);
    }

    /** A whole evaluation. */
    @Benchmark
    public Receipt twelveCompeting(Competing competing) {
        return competing.engine.evaluate(competing.basket);
    }
}
