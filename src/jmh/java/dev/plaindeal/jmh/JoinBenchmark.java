package dev.plaindeal.jmh;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Ten thousand live promotions, of which a thousand ask for two lines of one store: what that costs a basket none of them is
 * for, and one that three of them are for. The price is the same each time.
 */
public class JoinBenchmark extends Timing {

    private static final int LIVE = 10_000;
    private static final int JOINED = 1_000;
    private static final Set<String> THREE = Set.of("pearl-house-ten", "us-spend", "us-save10");

    private enum Joins {
        NONE,
        ELSEWHERE,
        THREE_MET
    }

    /** An engine and a basket. */
    @State(Scope.Benchmark)
    public abstract static class Priced {
        @Param({"5", "200"})
        int lines;

        PromotionEngine engine;
        Basket basket;

        abstract Joins joins();

        @Setup
        public void load() {
            basket = Baskets.of(lines, Catalog.CODES);
            engine = PromotionEngine.of(RuleBook.load(RuleFiles.of(texts(joins()))));
            long plain = PromotionEngine.of(RuleBook.load(RuleFiles.of(texts(Joins.NONE)))).evaluate(basket).total().minor();
            if (engine.evaluate(basket).total().minor() != plain) {
                throw new IllegalStateException("joins that hold change no price");
            }
        }
    }

    /** No promotion asks for lines. */
    public static class None extends Priced {
        @Override
        Joins joins() {
            return Joins.NONE;
        }
    }

    /** A thousand do, for other stores, codes and markets. */
    public static class Elsewhere extends Priced {
        @Override
        Joins joins() {
            return Joins.ELSEWHERE;
        }
    }

    /** A thousand do, three of the six that match among them. */
    public static class ThreeMet extends Priced {
        @Override
        Joins joins() {
            return Joins.THREE_MET;
        }
    }

    private static Map<String, String> texts(Joins joins) {
        Set<String> joined = new HashSet<>(joins == Joins.THREE_MET ? THREE : Set.of());
        if (joins != Joins.NONE) {
            List<Deal> others = Catalog.live(LIVE).subList(Catalog.MATCHING.size(), LIVE);
            for (int i = 0; joined.size() < JOINED; i += 9) {
                joined.add(others.get(i).id());
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        RuleText.of(Catalog.live(LIVE)).forEach((path, text) -> {
            String id = path.substring(path.lastIndexOf('/') + 1, path.length() - ".drl".length());
            texts.put(path, joined.contains(id) ? joined(text) : text);
        });
        return texts;
    }

    private static String joined(String text) {
        return text.replace(
                "\nthen\n",
                "\n    $one : Line( sku == \"sku-0\" )\n    exists Line( sku == \"sku-1\", store == $one.store )\nthen\n");
    }

    @Benchmark
    public Receipt withoutJoins(None priced) {
        return priced.engine.evaluate(priced.basket);
    }

    @Benchmark
    public Receipt joinsElsewhere(Elsewhere priced) {
        return priced.engine.evaluate(priced.basket);
    }

    @Benchmark
    public Receipt threeJoinsMet(ThreeMet priced) {
        return priced.engine.evaluate(priced.basket);
    }
}
