package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.receipt.ReceiptSums;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A budget that several promotions share is one budget: all they take together is never more. */
class SharedBudgetTest {

    private static final Currency USD = Currency.of("USD");
    private static final Instant AT = Instant.parse("2026-11-27T17:00:00Z");

    private static String rule(String id, String fact, String words) {
        return """
                // A promotion of the autumn.
                package promotions
                import dev.plaindeal.model.*

                rule "%s"
                when
                    $b : %s
                then
                    $b.%s;
                end
                """.formatted(id, fact, words);
    }

    private static PromotionEngine engine(String words) {
        return PromotionEngine.load(Map.of(
                "promotions/tea.drl", rule("tea", "StoreItems( store == \"shop\", market == \"US\" )", "percentOff(20).onlySkus(\"tea\")." + words),
                "promotions/all.drl", rule("all", "PlatformBasket( market == \"US\" )", "amountOff(\"USD 5\")." + words)));
    }

    private static Basket basket(Remaining remaining) {
        return Basket.builder("b", "US", "USD", AT).line("tea", "shop", "20.00", 1).line("pan", "shop", "30.00", 1).remaining(remaining).build();
    }

    private static Remaining left(String name, long cents) {
        return new Remaining(Map.of(), Map.of(), Map.of(name, new Money(cents, USD)));
    }

    private static long discount(PromotionEngine engine, Remaining remaining) {
        return engine.evaluate(basket(remaining)).discount().minor();
    }

    @Test
    void whatBothTakeTogetherIsNeverMore() {
        PromotionEngine engine = engine("sharedBudget(\"autumn\", \"USD 1000\")");
        assertThat(discount(engine, Remaining.UNTOUCHED)).isEqualTo(900);
        assertThat(discount(engine, left("budget/autumn", 900))).isEqualTo(900);
        assertThat(discount(engine, left("budget/autumn", 899))).as("the larger of the two").isEqualTo(500);
        assertThat(discount(engine, left("budget/autumn", 499))).isEqualTo(400);
        assertThat(discount(engine, left("budget/autumn", 399))).isZero();
        assertThat(discount(engine, left("budget/autumn", 0))).isZero();
        assertThat(discount(engine, left("autumn", 0))).as("no budget of that name").isEqualTo(900);
    }

    @Test
    void aRefusalNamesTheBudgetAndWhatIsLeft() {
        PromotionEngine engine = engine("sharedBudget(\"autumn\", \"USD 1000\")");
        Receipt short_ = engine.evaluate(basket(left("budget/autumn", 899)));
        assertThat(short_.rejected()).extracting(Receipt.Rejected::reason).containsExactly("budget-spent");
        assertThat(short_.rejected().get(0).message()).contains("the budget autumn", "USD 8.99");
        Receipt spent = engine.evaluate(basket(left("budget/autumn", 0)));
        assertThat(spent.rejected()).extracting(Receipt.Rejected::message).containsOnly("The budget autumn, from which it comes, is spent.");
    }

    @Test
    void theReceiptReservesWhatEachTakesUnderOneKeyAndAddsUp() {
        PromotionEngine engine = engine("sharedBudget(\"autumn\", \"USD 1000\", \"day\", \"Asia/Manila\")");
        Receipt receipt = engine.evaluate(basket(Remaining.UNTOUCHED));
        assertThat(receipt.reserves()).containsExactlyInAnyOrder(
                new Receipt.Reserve("tea", "budget/autumn/day/2026-11-28", 1, new Money(400, USD)),
                new Receipt.Reserve("all", "budget/autumn/day/2026-11-28", 1, new Money(500, USD)));
        assertThat(ReceiptSums.check(receipt, "receipt")).isEmpty();
        assertThat(ReceiptReader.read("r.json", ReceiptJson.line(receipt)).orThrow().reserves()).isEqualTo(receipt.reserves());
    }

    @Test
    void aStoreCountsItOnce() {
        PromotionEngine engine = engine("sharedBudget(\"autumn\", \"USD 20\")");
        MemoryLimits store = new MemoryLimits(Clock.fixed(AT, ZoneOffset.UTC));
        long given = 0;
        for (int order = 0; order < 4; order++) {
            BasketCaps caps = BasketCaps.of(engine, basket(Remaining.UNTOUCHED));
            Receipt receipt = engine.evaluate(caps.told(store, "o" + order));
            given += receipt.discount().minor();
            assertThat(store.reserve(caps.claim("o" + order, receipt), Duration.ofMinutes(1))).isInstanceOf(Reservation.Held.class);
        }
        assertThat(given).isEqualTo(1_800);
        Cap cap = new Cap(Counter.money("budget/autumn", USD), 2_000);
        BasketCaps caps = BasketCaps.of(engine, basket(Remaining.UNTOUCHED));
        assertThat(caps.caps()).containsExactly(cap);
        assertThat(cap.counter().owner()).isEqualTo("budget/autumn");
        Receipt receipt = engine.evaluate(basket(Remaining.UNTOUCHED));
        assertThat(caps.claim("o", receipt).takes()).containsExactly(new Take(cap, 900));
        assertThat(caps.kept("o", receipt, Map.of("1", 1)).takes()).as("USD 3.26 of the 5.00 are the pan's").containsExactly(new Take(cap, 326));
    }

    @Test
    void aPromotionMayHaveBothAndItsOwn() {
        PromotionEngine engine = engine("sharedBudget(\"autumn\", \"USD 7\").sharedBudget(\"tea\", \"USD 6\").budget(\"USD 100\")");
        assertThat(discount(engine, Remaining.UNTOUCHED)).isEqualTo(500);
        assertThatThrownBy(() -> engine("sharedBudget(\"a\", \"USD 7\").sharedBudget(\"a\", \"USD 8\")"))
                .isInstanceOf(ProblemException.class).hasMessageContaining("two limits are for the same");
        assertThatThrownBy(() -> engine("sharedBudget(\"a/b\", \"USD 7\")")).isInstanceOf(ProblemException.class).hasMessageContaining("slash");
    }

    /** Ten promotions, each of an item of its own, take from two budgets: as much is given as fits, which all subsets tell. */
    @Test
    void asMuchIsGivenAsFits() {
        long seed = Long.getLong("limits.seed", System.nanoTime());
        Random random = new Random(seed);
        int size = 10;
        long[] amounts = new long[size];
        String[] funds = new String[size];
        Map<String, String> rules = new HashMap<>();
        BasketBuilder basket = Basket.builder("b", "US", "USD", AT);
        for (int i = 0; i < size; i++) {
            amounts[i] = 100 + random.nextInt(900);
            funds[i] = List.of("a", "b", "").get(random.nextInt(3));
            String shared = funds[i].isEmpty() ? "" : ".sharedBudget(\"" + funds[i] + "\", \"USD 900\")";
            rules.put("promotions/p" + i + ".drl", rule("p" + i, "StoreItems( store == \"shop\", market == \"US\" )",
                    String.format(Locale.ROOT, "amountOff(\"USD %d.%02d\").onlySkus(\"s%d\")", amounts[i] / 100, amounts[i] % 100, i) + shared));
            basket.line("s" + i, "shop", "20.00", 1);
        }
        PromotionEngine engine = PromotionEngine.load(rules);
        for (int round = 0; round < 40; round++) {
            Map<String, Long> left = Map.of("a", (long) random.nextInt(2_500), "b", (long) random.nextInt(2_500), "", Long.MAX_VALUE);
            Remaining told = new Remaining(Map.of(), Map.of(),
                    Map.of("budget/a", new Money(left.get("a"), USD), "budget/b", new Money(left.get("b"), USD)));
            assertThat(engine.evaluate(basket.remaining(told).build()).discount().minor()).as("seed %d, left %s", seed, left).isEqualTo(best(amounts, funds, left));
        }
    }

    private static long best(long[] amounts, String[] funds, Map<String, Long> left) {
        long best = 0;
        for (int subset = 0; subset < 1 << amounts.length; subset++) {
            Map<String, Long> taken = new HashMap<>();
            long all = 0;
            for (int i = 0; i < amounts.length; i++) {
                if ((subset >> i & 1) == 1) {
                    taken.merge(funds[i], amounts[i], Long::sum);
                    all += amounts[i];
                }
            }
            boolean fits = taken.entrySet().stream().allMatch(one -> one.getValue() <= left.get(one.getKey()));
            best = fits ? Math.max(best, all) : best;
        }
        return best;
    }
}
