package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Buyer;
import dev.plaindeal.model.Channel;
import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Money;
import dev.plaindeal.model.Remaining;
import dev.plaindeal.model.Strategy;
import dev.plaindeal.price.Goods;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.read.Reading;
import dev.plaindeal.report.Receipt;
import dev.plaindeal.stack.Planner;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However large the basket and however many the offers, an evaluation ends, and says where it was cut short. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {

    private static final int OFFERS = 60;
    private static final int LINES = 5_000;
    /** Far more than any takes on a machine of today that has nothing else to do; a hung thread takes for ever. */
    private static final long MOST_CPU_MS = 30_000;

    private PromotionEngine rivals;

    @BeforeAll
    void load() {
        rivals = PromotionEngine.load(rules(OFFERS));
    }

    /** Coupons of which any twenty may be kept, and each of which can spoil the threshold of others. */
    private static Map<String, String> rules(int offers) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("stacking/many.drl", """
                package stacking
                import dev.plaindeal.model.*
                rule "many"
                when
                    $stacking : Stacking( market == "any" )
                then
                    $stacking.keeps(20);
                end
                """);
        for (int i = 0; i < offers; i++) {
            texts.put("promotions/rival-" + i + ".drl", """
                    package promotions
                    import dev.plaindeal.model.*
                    rule "rival-%d"
                    when
                        $basket : PlatformBasket( market == "US" )
                    then
                        $basket.percentOff(%d).percentOf("price so far").whenSpending("USD %d").measuredOn("price so far");
                    end
                    """.formatted(i, 1 + i % 5, 9 + i % 7));
        }
        return texts;
    }

    private static Basket basket(int lines) {
        Currency usd = Currency.of("USD");
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(Line.of("" + i, "sku" + i, "shop" + i % 9, new Money(1000 + i % 100, usd), 1));
        }
        return new Basket("b", "US", usd, "en-US", Channel.SHELF, Instant.EPOCH, Buyer.unknown(), List.of(), all,
                Map.of(), "", List.of(), Remaining.UNTOUCHED);
    }

    private static long cpuMs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    @ParameterizedTest
    @EnumSource(names = {"BEST_PRICE", "SIMPLEST", "BALANCED"})
    void fiveThousandLinesAndSixtyRivalsEndAndSayThatTheyWereCutShort(Strategy strategy) {
        Basket basket = basket(LINES);
        long start = cpuMs();
        Receipt receipt = rivals.evaluate(basket, strategy);
        int nearMisses = receipt.nearMisses().size();
        long took = cpuMs() - start;
        System.out.printf("%d lines, %d rivals, %s: %d ms CPU, %d applied, could save %s%n",
                LINES, OFFERS, strategy, took, receipt.applied().size(), receipt.couldSave());
        assertThat(receipt.couldSave().minor()).isPositive();
        assertThat(receipt.total().plus(receipt.discount())).isEqualTo(receipt.subtotal());
        assertThat(receipt.rejected()).hasSize(OFFERS - receipt.applied().size());
        assertThat(nearMisses).as("near misses of a best stack that is not certain").isZero();
        assertThat(took).isLessThan(MOST_CPU_MS);
    }

    @Test
    void theBudgetOfStepsShrinksWithTheLinesAndIsNeverNothing() {
        assertThat(Planner.budget(Goods.of(basket(1)))).isEqualTo(Planner.BUDGET);
        assertThat(Planner.budget(Goods.of(basket(32)))).isEqualTo(Planner.BUDGET);
        assertThat(Planner.budget(Goods.of(basket(200)))).isEqualTo(41_943);
        assertThat(Planner.budget(Goods.of(basket(LINES)))).isEqualTo(1_677);
    }

    @Test
    void theFrontierOfSixtyRivalsEnds() {
        long start = cpuMs();
        assertThat(rivals.frontier(basket(200))).isNotEmpty();
        assertThat(cpuMs() - start).isLessThan(MOST_CPU_MS);
    }

    @Test
    void aBasketWithMoreLinesThanItMayHaveIsRefused() {
        String line = "{\"id\":\"%d\",\"sku\":\"tea\",\"store\":\"shop\",\"unitPrice\":\"1.00\"}";
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= LINES; i++) {
            lines.add(line.formatted(i));
        }
        assertThat(read(lines.subList(0, LINES)).basket()).isPresent();
        Reading refused = read(lines);
        assertThat(refused.basket()).isEmpty();
        assertThat(refused.problems()).singleElement().satisfies(
                problem -> assertThat(problem.message()).contains("5001", "5000"));
    }

    private static Reading read(List<String> lines) {
        String json = "{\"basket\":\"b\",\"market\":\"US\",\"currency\":\"USD\",\"lines\":[" + String.join(",", lines) + "]}";
        return BasketReader.read("b", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    }
}
