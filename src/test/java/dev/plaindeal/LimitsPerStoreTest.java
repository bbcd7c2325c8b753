package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.BasketBuilder;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.limits.BasketCaps;
import dev.plaindeal.limits.Cap;
import dev.plaindeal.limits.Counter;
import dev.plaindeal.limits.MemoryLimits;
import dev.plaindeal.limits.Reservation;
import dev.plaindeal.limits.Take;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.receipt.Receipt.Reserve;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.receipt.ReceiptSums;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One rule for any store, and for each store a limit of its own: what one store uses up no other lacks. */
class LimitsPerStoreTest {

    private static final Currency USD = Currency.of("USD");
    private static final Instant AT = Instant.parse("2026-11-27T17:00:00Z");

    private static PromotionEngine engine(String fact, String... statements) {
        return PromotionEngine.load(Map.of("promotions/deal.drl", """
                // For any store.
                package promotions
                import dev.plaindeal.model.*

                rule "deal"
                when
                    $s : %s( market == "US" )
                then
                    $s.%s;
                end
                """.formatted(fact, String.join(";\n    $s.", statements))));
    }

    private static BasketBuilder basket() {
        return Basket.builder("b", "US", "USD", AT).line("tea", "pearl", "20.00", 3).line("pan", "a/b%", "30.00", 2);
    }

    private static Remaining uses(String name, long left) {
        return new Remaining(Map.of(name, left), Map.of(), Map.of());
    }

    private static Remaining items(String name, long left) {
        return new Remaining(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(name, left), Map.of(), Map.of());
    }

    private static Remaining budget(Map<String, Long> left) {
        Map<String, Money> money = new HashMap<>();
        left.forEach((name, cents) -> money.put(name, new Money(cents, USD)));
        return new Remaining(Map.of(), Map.of(), money);
    }

    private static Money usd(long cents) {
        return new Money(cents, USD);
    }

    @Test
    void usesAreCountedForEachStore() {
        PromotionEngine engine = engine("StoreBasket", "amountOff(\"USD 5\").limitPerStore(2)");
        Receipt both = engine.evaluate(basket().build());
        assertThat(both.reserves()).containsExactlyInAnyOrder(
                new Reserve("deal", "deal/store/pearl", 1, usd(500)), new Reserve("deal", "deal/store/a%2Fb%25", 1, usd(500)));
        assertThat(ReceiptSums.check(both, "receipt")).isEmpty();
        assertThat(ReceiptReader.read("r.json", ReceiptJson.line(both)).orThrow().reserves()).isEqualTo(both.reserves());
        Receipt one = engine.evaluate(basket().remaining(uses("deal/store/a%2Fb%25", 0)).build());
        assertThat(one.discount()).isEqualTo(usd(500));
        assertThat(one.reserves()).extracting(Reserve::key).containsExactly("deal/store/pearl");
        assertThat(one.rejected()).extracting(Rejected::reason, Rejected::message).containsExactly(
                tuple("limit-reached", "At a/b%: It has been used as often as it may be for this store."));
        assertThat(engine.evaluate(basket().remaining(uses("deal/store/a/b%", 0)).build()).discount()).as("no store of that name").isEqualTo(usd(1_000));
    }

    @Test
    void itemsAreCountedForEachStoreAndAnewEachDay() {
        PromotionEngine engine = engine("StoreItems", "percentOff(50).limitItemsPerStore(2, \"day\", \"Asia/Manila\")");
        Receipt both = engine.evaluate(basket().build());
        assertThat(both.reserves()).containsExactlyInAnyOrder(
                new Reserve("deal", "deal/store/pearl/day/2026-11-28", "", 1, usd(2_000), 2),
                new Reserve("deal", "deal/store/a%2Fb%25/day/2026-11-28", "", 1, usd(3_000), 2));
        Receipt one = engine.evaluate(basket().remaining(items("deal/store/pearl/day/2026-11-28", 1)).build());
        assertThat(one.reserves()).extracting(Reserve::items).containsExactlyInAnyOrder(1L, 2L);
        assertThat(engine.evaluate(basket().remaining(items("deal/store/pearl/day/2026-11-27", 0)).build()).discount()).as("yesterday's").isEqualTo(usd(5_000));
        assertThat(engine.evaluate(basket().remaining(items("deal/store/pearl/day/2026-11-28", 0)).build()).rejected().get(0).message())
                .isEqualTo("At pearl: It has been given for as many items as it may be for this store in a day; again from 29 Nov 2026 00:00 Asia/Manila.");
    }

    @Test
    void moneyIsCountedForEachStoreOverAllStatements() {
        PromotionEngine engine = engine("StoreBasket", "amountOff(\"USD 5\").onlySkus(\"tea, pan\")", "shippingOff(\"USD 4\")", "budgetPerStore(\"USD 8\")");
        BasketBuilder basket = basket().shipping("pearl", "6.00").shipping("a/b%", "3.00");
        Receipt receipt = engine.evaluate(basket.build());
        assertThat(receipt.discount()).as("5.00 of the one, 5.00 and 3.00 of the other").isEqualTo(usd(1_300));
        assertThat(receipt.reserves()).containsExactlyInAnyOrder(
                new Reserve("deal", "deal/store/pearl", 1, usd(500)), new Reserve("deal", "deal/store/a%2Fb%25", 1, usd(800)));
        Receipt spent = engine.evaluate(basket.remaining(budget(Map.of("deal/store/pearl", 0L))).build());
        assertThat(spent.discount()).isEqualTo(usd(800));
        assertThat(spent.rejected()).extracting(Rejected::message).containsExactly("At pearl: What it gives away for this store is spent.");
        Rejected tooLittle = engine.evaluate(basket.remaining(budget(Map.of("deal/store/pearl", 399L))).build()).rejected().get(0);
        assertThat(tooLittle.reason()).isEqualTo("budget-spent");
        assertThat(tooLittle.message()).contains("the budget deal for the store pearl", "USD 3.99");
    }

    /** Five promotions for any store, three stores, a budget for each pair: as much is given as fits, which all subsets tell. */
    @Test
    void asMuchIsGivenAsFits() {
        long seed = Long.getLong("limits.seed", System.nanoTime());
        Random random = new Random(seed);
        long[] amounts = random.longs(4, 100, 1_000).toArray();
        String[] statements = new String[amounts.length + 1];
        for (int i = 0; i < amounts.length; i++) {
            statements[i] = String.format(Locale.ROOT, "amountOff(\"USD %d.%02d\").onlySkus(\"s%d\")", amounts[i] / 100, amounts[i] % 100, i);
        }
        statements[amounts.length] = "budgetPerStore(\"USD 900\")";
        PromotionEngine engine = engine("StoreItems", statements);
        BasketBuilder basket = Basket.builder("b", "US", "USD", AT);
        List<String> stores = List.of("x", "y", "z");
        stores.forEach(store -> {
            for (int i = 0; i < amounts.length; i++) {
                basket.line("s" + i, store, "20.00", 1);
            }
        });
        for (int round = 0; round < 20; round++) {
            long[] left = random.longs(stores.size(), 0, 2_500).toArray();
            Basket told = basket.remaining(budget(Map.of("deal/store/x", left[0], "deal/store/y", left[1], "deal/store/z", left[2]))).build();
            long best = Arrays.stream(left).map(most -> best(amounts, most)).sum();
            assertThat(engine.evaluate(told).discount().minor()).as("seed %d, left %s", seed, Arrays.toString(left)).isEqualTo(best);
        }
    }

    private static long best(long[] amounts, long most) {
        long best = 0;
        for (int subset = 0; subset < 1 << amounts.length; subset++) {
            long all = 0;
            for (int i = 0; i < amounts.length; i++) {
                all += (subset >> i & 1) * amounts[i];
            }
            best = all <= most ? Math.max(best, all) : best;
        }
        return best;
    }

    @Test
    void aStoreOfLimitsCountsEachStoreAlone() {
        PromotionEngine engine = engine("StoreBasket", "amountOff(\"USD 5\").limitPerStore(2).budgetPerStore(\"USD 100\", \"month\", \"Asia/Manila\")");
        MemoryLimits limits = new MemoryLimits(Clock.fixed(AT, ZoneOffset.UTC));
        Basket both = basket().build();
        Basket pearl = Basket.builder("p", "US", "USD", AT).line("tea", "pearl", "20.00", 1).build();
        long given = 0;
        for (Basket basket : List.of(pearl, both, both, both)) {
            String order = "o" + given;
            BasketCaps caps = BasketCaps.of(engine, basket);
            Receipt receipt = engine.evaluate(caps.told(limits, order));
            given += receipt.discount().minor();
            assertThat(caps.uncounted(receipt)).isEmpty();
            assertThat(limits.reserve(caps.claim(order, receipt), Duration.ofMinutes(1))).isInstanceOf(Reservation.Held.class);
        }
        assertThat(given).as("pearl and both, then a/b% alone, then none").isEqualTo(500 + 1_000 + 500);
    }

    @Test
    void whatOneStoreTakesBackTheOtherStillTakes() {
        PromotionEngine engine = engine("StoreBasket", "amountOff(\"USD 6\").limitPerStore(2).budgetPerStore(\"USD 100\")");
        BasketCaps caps = BasketCaps.of(engine, basket().build());
        Receipt receipt = engine.evaluate(basket().build());
        Take moneyOfOther = new Take(new Cap(Counter.money("deal/store/a%2Fb%25", USD), 10_000), 600);
        Take useOfOther = new Take(new Cap(Counter.uses("deal/store/a%2Fb%25"), 2), 1);
        Cap money = new Cap(Counter.money("deal/store/pearl", USD), 10_000);
        Take use = new Take(new Cap(Counter.uses("deal/store/pearl"), 2), 1);
        assertThat(caps.claim("o", receipt).takes()).containsExactly(moneyOfOther, useOfOther, new Take(money, 600), use);
        assertThat(caps.kept("o", receipt, Map.of("1", 1)).takes()).containsExactly(moneyOfOther, useOfOther, new Take(money, 400), use);
        assertThat(caps.kept("o", receipt, Map.of("1", 3)).takes()).containsExactly(moneyOfOther, useOfOther);
        assertThat(caps.kept("o", receipt, Map.of("1", 3, "2", 2)).takes()).isEmpty();
    }

    @Test
    void whatIsForAllStoresCountsNone() {
        for (String fact : List.of("PlatformBasket", "PlatformItems")) {
            assertThatThrownBy(() -> engine(fact, "percentOff(10).limitPerStore(5)"))
                    .hasMessageContaining("no store is counted alone").hasMessageContaining("StoreBasket");
        }
        assertThatThrownBy(() -> engine("StoreBasket", "percentOff(10).limitPerStore(5).limitPerStore(5, \"day\", \"Etc/UTC\")"))
                .hasMessageContaining("its limit of 5 a day is never reached, because it has 5 for each store");
        assertThatThrownBy(() -> engine("StoreBasket", "percentOff(10).limitPerStore(5).limitInAll(5)"))
                .hasMessageContaining("its limit of 5 for each store is never reached, because it has 5 in all");
        assertThatThrownBy(() -> engine("StoreBasket", "amountOff(\"USD 1\").limitItemsPerStore(5)")).hasMessageContaining("it goes with percentOff");
    }
}
