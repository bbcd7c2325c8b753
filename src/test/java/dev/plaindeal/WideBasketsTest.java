package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.stack.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Baskets as wide as they may be, and rules that match every store in them: each ends, soon, with an answer that adds up and
 * says what was left out. A thousand offers overflowed a thread's stack, and a thousand kept ones took minutes to print.
 */
class WideBasketsTest {

    private static final Currency USD = Currency.of("USD");
    private static final int COUPONS = 5;
    /** Below it a stack is not shown as it is. */
    private static final double FLOOR = 40;
    private static final PromotionEngine ENGINE = PromotionEngine.load(rules());
    /** Of a thread as hosts with many of them make them. */
    private static final long SMALL_STACK = 512 * 1024;
    /** Long enough for any machine, too short for a search without an end. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Map<String, String> rules() {
        Map<String, String> files = new HashMap<>();
        files.put("promotions/each.drl", rule("each", "StoreBasket( market == \"US\" )", "amountOff(\"USD 1\")"));
        for (int i = 0; i < COUPONS; i++) {
            String then = "percentOff(" + (10 + i) + ")";
            files.put("promotions/c" + i + ".drl", rule("c" + i, "StoreCoupon( code == \"C" + i + "\" )", then));
        }
        return files;
    }

    private static String rule(String id, String pattern, String then) {
        return "package promotions\nimport dev.plaindeal.model.*\nrule \"" + id + "\" when $it : " + pattern + " then $it." + then
                + "; end\n";
    }

    /** A line of 10.00 and some cents in each of so many stores. */
    private static Basket basket(int stores, int codes) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < stores; i++) {
            lines.add(Line.of("l" + i, "sku", "store" + i, new Money(1_000 + i, USD), 1));
        }
        List<String> presented = new ArrayList<>();
        for (int i = 0; i < codes; i++) {
            presented.add("C" + i);
        }
        return new Basket("wide", "US", USD, "en-US", Channel.SHELF, Instant.EPOCH, Buyer.unknown(), List.of(), lines, Map.of(), "",
                presented, Remaining.UNTOUCHED);
    }

    private static Receipt evaluated(Basket basket, Strategy strategy) {
        AtomicReference<Receipt> receipt = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> receipt.set(ENGINE.evaluate(basket, strategy)), "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((t, thrown) -> failure.set(thrown));
        thread.start();
        assertTimeoutPreemptively(SOON, () -> thread.join());
        assertThat(failure.get()).isNull();
        return receipt.get();
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void anOfferForEachOfAThousandStoresIsKept(Strategy strategy) {
        Basket basket = basket(1_000, 0);
        Receipt receipt = evaluated(basket, strategy);
        Invariants.check(basket, receipt);
        assertThat(receipt.couldSave().isZero()).isEqualTo(!strategy.weighsSimplicity());
        assertThat(receipt.applied()).isNotEmpty();
        if (strategy == Strategy.BALANCED && receipt.look().shown() == DiscountDisplay.LAYERS) {
            assertThat(receipt.look().simplicity().score()).isGreaterThanOrEqualTo(FLOOR);
        }
        if (!strategy.weighsSimplicity()) {
            assertThat(receipt.applied()).hasSize(1_000);
        }
    }

    /** More than a walk could be deep: the largest that fit beside each other are kept, here all of them. */
    @Test
    void anOfferForEachStoreOfTheWidestBasketIsKept() {
        Basket basket = basket(Basket.MOST_LINES, 0);
        Receipt receipt = evaluated(basket, Strategy.BEST_PRICE);
        Invariants.check(basket, receipt);
        assertThat(receipt.applied()).hasSize(Basket.MOST_LINES);
        assertThat(receipt.rejected()).isEmpty();
    }

    /** Two coupons and an amount for each of 5,000 stores are more offers than are weighed: those that take most are. */
    @Test
    void ofMoreOffersThanCanBeWeighedTheRestIsNotTriedAndSaysWhatItCouldSave() {
        Basket basket = basket(Basket.MOST_LINES, 2);
        Receipt receipt = evaluated(basket, Strategy.BEST_PRICE);
        Invariants.check(basket, receipt);
        assertThat(receipt.applied()).isNotEmpty();
        assertThat(receipt.applied().size() + receipt.rejected().size()).isEqualTo(3 * Basket.MOST_LINES);
        assertThat(receipt.rejected()).extracting(Receipt.Rejected::reason).contains("not-tried");
        assertThat(receipt.couldSave().isZero()).isFalse();
    }

    /** What can never hold took the place of what does: unreachable tiers and empty scopes left 10 of 9,990 dollars. */
    @ParameterizedTest
    @ValueSource(strings = {"tier(\"USD 10000\", \"USD 9000\")", "percentOff(50).onlySkus(\"nothing-here\")"})
    void whatCannotHoldTakesNoPlace(String hopeless) {
        Map<String, String> files = new HashMap<>();
        files.put("promotions/hopeless.drl", rule("hopeless", "StoreBasket( market == \"US\" )", hopeless));
        files.put("promotions/ten.drl", rule("ten", "StoreItems( market == \"US\" )", "percentOff(10)"));
        PromotionEngine engine = PromotionEngine.load(files);
        for (int stores : List.of(600, 999, 1_001, Basket.MOST_LINES)) {
            Basket basket = basket(stores, 0);
            Receipt receipt = engine.evaluate(basket);
            Invariants.check(basket, receipt);
            assertThat(receipt.applied()).as("%d stores", stores).hasSize(stores);
            assertThat(receipt.rejected()).as("%d stores", stores).hasSize(stores);
        }
    }

    /** One that stands alone whenever it gives anything still does when there are more offers than can be weighed. */
    @Test
    void oneThatStandsAloneIsWeighedHoweverManyTheOthersAre() {
        Map<String, String> files = new HashMap<>();
        files.put("promotions/alone.drl", rule("alone", "PlatformBasket( market == \"US\" )", "amountOff(\"USD 5\").exclusive()"));
        files.put("promotions/ten.drl", rule("ten", "StoreItems( market == \"US\" )", "percentOff(10)"));
        files.put("promotions/each.drl", rule("each", "StoreBasket( market == \"US\" )", "amountOff(\"USD 6\")"));
        files.put("stacking/all.drl", "package stacking\nimport dev.plaindeal.model.*\nrule \"all\" when "
                + "$stacking : Stacking( market == \"any\" ) then $stacking.exclusive(\"always\"); end\n");
        PromotionEngine engine = PromotionEngine.load(files);
        for (int stores : List.of(999, Basket.MOST_LINES)) {
            Receipt receipt = engine.evaluate(basket(stores, 0));
            assertThat(receipt.applied()).as("%d stores", stores).singleElement()
                    .satisfies(one -> assertThat(one.id()).isEqualTo("alone"));
        }
    }

    /** What has to hold at the final price and cannot left every other offer of its kind out. */
    @ParameterizedTest
    @EnumSource(Strategy.class)
    void oneThatCannotHoldAtTheFinalPriceSpoilsNoOther(Strategy strategy) {
        PromotionEngine engine = PromotionEngine.load(Map.of("promotions/final.drl", rule(
                "final", "StoreBasket( market == \"US\" )",
                "percentOff(10).whenSpending(\"USD 20\").measuredOn(\"final price\")")));
        for (int stores : List.of(17, 18, 40, 400)) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < stores; i++) {
                lines.add(Line.of("l" + i, "sku", "store" + i, new Money(i == 0 ? 100 : 5_000, USD), 1));
            }
            Receipt receipt = engine.evaluate(basket(1, 0).with(lines), strategy);
            boolean money = strategy == Strategy.BEST_PRICE || strategy == Strategy.IN_ORDER;
            assertThat(receipt.applied()).as("%d stores", stores).hasSizeGreaterThanOrEqualTo(money ? stores - 1 : 1);
            assertThat(receipt.rejected()).as("%d stores", stores).extracting(Receipt.Rejected::reason)
                    .contains("threshold-not-met");
        }
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void couponsThatCompeteInEachOfAThousandStoresEnd(Strategy strategy) {
        Basket basket = basket(1_000, COUPONS);
        Receipt receipt = evaluated(basket, strategy);
        Invariants.check(basket, receipt);
        assertThat(receipt.applied()).isNotEmpty();
        assertThat(receipt.applied().size() + receipt.rejected().size()).isEqualTo(1_000 * (COUPONS + 1));
        assertThat(receipt.couldSave().isZero()).isFalse();
    }

    @Test
    void aReceiptOfAThousandPromotionsIsPrintedWithAllItSays() {
        Receipt receipt = evaluated(basket(1_000, 0), Strategy.BEST_PRICE);
        String printed = assertTimeoutPreemptively(SOON, () -> ReceiptJson.line(receipt));
        assertThat(printed).contains("\"fixes\":[{\"code\":\"ONE_AMOUNT\"");
    }

    @Test
    void aWiderBasketIsRefusedWithASentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> basket(Basket.MOST_LINES + 1, 0))
                .withMessage("a basket has at most 5000 lines, this one has 5001");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> basket(1, Basket.MOST_CODES + 1))
                .withMessage("a basket has at most 50 codes, this one has 51");
    }
}
