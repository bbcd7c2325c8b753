package dev.plaindeal.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.BasketBuilder;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What promotions declare is what is counted, by the names receipts reserve by. */
class BasketCapsTest {

    private static final Currency USD = Currency.of("USD");
    private static final Instant AT = Instant.parse("2026-11-27T17:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final LimitStore store = new MemoryLimits(Clock.fixed(AT, java.time.ZoneOffset.UTC));

    static PromotionEngine engine(String fact, String words) {
        return PromotionEngine.load(Map.of("promotions/deal.drl", """
                // A limited promotion.
                package promotions
                import dev.plaindeal.model.*

                rule "deal"
                when
                    $b : %s
                then
                    $b.%s;
                end
                """.formatted(fact, words)));
    }

    private static PromotionEngine anywhere(String words) {
        return engine("PlatformBasket( market == \"US\" )", words);
    }

    private static BasketBuilder basket(String buyer) {
        return Basket.builder("b", "US", "USD", AT).buyer(new Buyer(buyer, false, 0, Set.of())).line("tea", "shop", "10.00", 3).line("pan", "shop", "20.00", 1);
    }

    private static Cap uses(String name, long most) {
        return new Cap(Counter.uses(name), most);
    }

    private static Cap money(String name, long most) {
        return new Cap(Counter.money(name, USD), most);
    }

    @Test
    void everyLimitIsACapByItsOwnName() {
        PromotionEngine engine = anywhere("nowPrice(\"USD 5\").onlySkus(\"tea\").limitInAll(500).limitPerBuyer(9).limitPerBuyer(1, \"day\", \"Asia/Manila\")"
                + ".budget(\"USD 1000\").budget(\"USD 100\", \"month\", \"Asia/Manila\").budgetPerBuyer(\"USD 40\")"
                + ".limitItemsInAll(70).limitItemsPerBuyer(2, \"week\", \"Asia/Manila\")");
        BasketCaps caps = BasketCaps.of(engine, basket("a/nn%").build());
        assertThat(caps.caps()).containsExactly(
                money("deal", 100_000),
                new Cap(Counter.items("deal"), 70),
                uses("deal", 500),
                money("deal/buyer/a%2Fnn%25", 4_000),
                uses("deal/buyer/a%2Fnn%25", 9),
                uses("deal/buyer/a%2Fnn%25/day/2026-11-28", 1),
                new Cap(Counter.items("deal/buyer/a%2Fnn%25/week/2026-W48"), 2),
                money("deal/month/2026-11", 10_000));
        Receipt receipt = engine.evaluate(basket("a/nn%").build());
        assertThat(receipt.discount()).isEqualTo(new Money(1_000, USD));
        assertThat(caps.claim("order", receipt).takes()).containsExactly(
                new Take(money("deal", 100_000), 1_000),
                new Take(new Cap(Counter.items("deal"), 70), 2),
                new Take(uses("deal", 500), 1),
                new Take(money("deal/buyer/a%2Fnn%25", 4_000), 1_000),
                new Take(uses("deal/buyer/a%2Fnn%25", 9), 1),
                new Take(uses("deal/buyer/a%2Fnn%25/day/2026-11-28", 1), 1),
                new Take(new Cap(Counter.items("deal/buyer/a%2Fnn%25/week/2026-W48"), 2), 2),
                new Take(money("deal/month/2026-11", 10_000), 1_000));
        assertThat(caps.uncounted(receipt)).isEmpty();
    }

    @Test
    void whatIsLeftIsToldInTheFormTheEngineTakes() {
        PromotionEngine engine = anywhere("nowPrice(\"USD 5\").onlySkus(\"tea\").limitPerBuyer(1, \"day\", \"Asia/Manila\").budget(\"USD 1000\").limitItemsInAll(70)");
        BasketCaps caps = BasketCaps.of(engine, basket("ann").build());
        Remaining left = caps.remaining(Map.of(Counter.items("deal"), 69L, Counter.money("deal", USD), 100_001L));
        assertThat(left.items()).isEqualTo(Map.of("deal", 1L));
        assertThat(left.budget()).isEqualTo(Map.of("deal", Money.zero(USD)));
        assertThat(left.usesByBuyer()).isEqualTo(Map.of("deal/day/2026-11-28", 1L));
    }

    /** Each cap, used up by others, stops the promotion; one unit less, and it does not. */
    @Test
    void whatOthersTookIsNotPromisedAgain() {
        for (String words : List.of("limitInAll(3)", "budget(\"USD 20\")", "limitPerBuyer(3)", "limitInAll(3, \"day\", \"Etc/UTC\")",
                "budget(\"USD 20\", \"year\", \"Etc/UTC\")", "limitPerBuyer(3, \"week\", \"Etc/UTC\")")) {
            PromotionEngine engine = anywhere("amountOff(\"USD 5\")." + words);
            LimitStore fresh = new MemoryLimits(Clock.fixed(AT, java.time.ZoneOffset.UTC));
            int given = 0;
            for (int order = 0; order < 6; order++) {
                BasketCaps caps = BasketCaps.of(engine, basket("ann").build());
                Receipt receipt = engine.evaluate(caps.told(fresh, "order-" + order));
                assertThat(fresh.reserve(caps.claim("order-" + order, receipt), QUARTER)).isInstanceOf(Reservation.Held.class);
                given += receipt.discount().minor() > 0 ? 1 : 0;
            }
            assertThat(given).as(words).isEqualTo(words.startsWith("budget") ? 4 : 3);
        }
    }

    @Test
    void aCodeIsCountedWhoeverTypesIt() {
        PromotionEngine engine = engine("PlatformCoupon( code == \"A/B-5\" )", "amountOff(\"USD 5\").limitPerCode(1)");
        BasketCaps caps = BasketCaps.of(engine, basket("").code("a/b-5").build());
        Receipt receipt = engine.evaluate(caps.told(store, "one"));
        assertThat(caps.claim("one", receipt).takes()).hasSize(1);
        store.reserve(caps.claim("one", receipt), QUARTER);
        assertThat(engine.evaluate(caps.told(store, "one")).discount().minor()).as("its own hold does not count against it").isEqualTo(500);
        assertThat(engine.evaluate(caps.told(store, "two")).discount().minor()).isZero();
    }

    @Test
    void aGuestIsToldAndNoLimitIsShared() {
        PromotionEngine engine = anywhere("amountOff(\"USD 5\").limitPerBuyer(1)");
        BasketCaps caps = BasketCaps.of(engine, basket("").build());
        Receipt receipt = engine.evaluate(caps.told(store, "guest"));
        assertThat(receipt.rejected()).extracting(Receipt.Rejected::reason).containsExactly("buyer-unknown");
        assertThat(caps.claim("guest", receipt).takes()).isEmpty();
        Receipt known = engine.evaluate(basket("ann").build());
        assertThatThrownBy(() -> caps.claim("guest", known)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("buyer.id");
    }

    @Test
    void whatComesBackIsItsShareToTheUnit() {
        PromotionEngine engine = anywhere("amountOff(\"USD 10\").onlySkus(\"tea\").limitInAll(5).budget(\"USD 100\")");
        BasketCaps caps = BasketCaps.of(engine, basket("ann").build());
        Receipt receipt = engine.evaluate(basket("ann").build());
        assertThat(caps.kept("o", receipt, Map.of("2", 1)).takes()).as("a line that had no part of it").isEqualTo(caps.claim("o", receipt).takes());
        assertThat(caps.kept("o", receipt, Map.of("1", 1)).takes()).containsExactly(new Take(money("deal", 10_000), 667), new Take(uses("deal", 5), 1));
        assertThat(caps.kept("o", receipt, Map.of("1", 2)).takes()).containsExactly(new Take(money("deal", 10_000), 333), new Take(uses("deal", 5), 1));
        assertThat(caps.kept("o", receipt, Map.of("1", 3)).takes()).isEmpty();
        assertThatThrownBy(() -> caps.kept("o", receipt, Map.of("1", 4))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> caps.kept("o", receipt, Map.of("9", 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVeryLongBuyerIsADigestAndNoOther() {
        assertThat(CounterNames.part("x".repeat(200))).hasSize(200);
        assertThat(CounterNames.part("/".repeat(100))).hasSize(8 + 64).startsWith("%sha256%").isNotEqualTo(CounterNames.part("/".repeat(101)));
        assertThat(CounterNames.part("%sha256%")).isEqualTo("%25sha256%25");
    }
}
