package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Buyer;
import dev.plaindeal.model.Channel;
import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Money;
import dev.plaindeal.model.Remaining;
import dev.plaindeal.model.Strategy;
import dev.plaindeal.report.Receipt;
import dev.plaindeal.report.ReceiptJson;
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

/**
 * Baskets as wide as they may be, and rules that match every store in them: each ends, soon, with an answer that adds up and
 * says what was left out. A thousand offers overflowed a thread's stack, and a thousand kept ones took minutes to print.
 */
class WideBasketsTest {

    private static final Currency USD = Currency.of("USD");
    private static final int COUPONS = 5;
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
        assertThat(receipt.couldSave().isZero()).isEqualTo(strategy != Strategy.SIMPLEST);
        if (strategy != Strategy.SIMPLEST) {
            assertThat(receipt.applied()).hasSize(1_000);
        }
    }

    @Test
    void beyondAThousandOffersTheRestIsNotTriedAndSaysWhatItCouldSave() {
        Basket basket = basket(Basket.MOST_LINES, 0);
        Receipt receipt = evaluated(basket, Strategy.BEST_PRICE);
        Invariants.check(basket, receipt);
        assertThat(receipt.applied()).hasSize(1_000);
        assertThat(receipt.rejected()).hasSize(4_000).allMatch(rejected -> rejected.reason().equals("not-tried"));
        assertThat(receipt.couldSave()).hasToString("USD 4000.00");
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
