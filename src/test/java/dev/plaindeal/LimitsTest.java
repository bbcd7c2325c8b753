package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.receipt.Receipt.Reserve;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Limits come in as what is left and go out as what a receipt would use; nothing here counts anything itself. */
class LimitsTest {

    private static final long SEED = 4_660;
    private static final Currency USD = Currency.of("USD");

    private static final PromotionEngine ENGINE = PromotionEngine.load(rules());

    private static Map<String, String> rules() {
        Map<String, String> files = new TreeMap<>();
        rule(files, "ten", "$c : PlatformCoupon( code == \"TEN\" )",
                "$c.percentOff(10).limitInAll(100).limitPerBuyer(2).budget(\"USD 500\");");
        rule(files, "five", "$c : PlatformCoupon( code == \"FIVE\" )", "$c.amountOff(\"USD 5\");");
        rule(files, "each", "$s : StoreBasket( market == \"US\" )", "$s.amountOff(\"USD 6\").budget(\"USD 10\").limitInAll(7);");
        return files;
    }

    private static void rule(Map<String, String> files, String id, String pattern, String offer) {
        files.put("promotions/" + id + ".drl", """
                // A limited promotion.
                package promotions
                import dev.plaindeal.model.*

                rule "%s"
                when
                    %s
                then
                    %s
                end
                """.formatted(id, pattern, offer));
    }

    private static Basket basket(List<Line> lines, List<String> codes, Remaining remaining) {
        return new Basket(
                "b", "DE", USD, "de-DE", Channel.SHELF, RandomDeals.AT, new Buyer("ann", false, 0, Set.of()),
                lines.stream().map(Line::store).distinct().map(Store::local).toList(),
                lines, Map.of(), "", codes, remaining);
    }

    private static Basket basket(long cents, Remaining remaining) {
        return basket(List.of(Line.of("1", "p", "a", new Money(cents, USD), 1)), List.of("TEN", "FIVE"), remaining);
    }

    private static Remaining remaining(Map<String, Long> uses, Map<String, Long> byBuyer, Map<String, Long> budget) {
        Map<String, Money> money = new HashMap<>();
        budget.forEach((id, cents) -> money.put(id, new Money(cents, USD)));
        return new Remaining(uses, byBuyer, money);
    }

    private static List<String> applied(Receipt receipt) {
        return receipt.applied().stream().map(Applied::id).toList();
    }

    private static String reason(Receipt receipt, String id) {
        return receipt.rejected().stream().filter(r -> r.id().equals(id)).map(Rejected::reason).findFirst().orElse("");
    }

    @Test
    void usesLeftAreRespected() {
        Receipt left = ENGINE.evaluate(basket(10_000, remaining(Map.of("ten", 1L), Map.of(), Map.of())));
        assertThat(applied(left)).containsExactly("ten");
        Receipt none = ENGINE.evaluate(basket(10_000, remaining(Map.of("ten", 0L), Map.of(), Map.of())));
        assertThat(applied(none)).containsExactly("five");
        assertThat(reason(none, "ten")).isEqualTo("limit-reached");
    }

    @Test
    void usesOfOneBuyerAreRespected() {
        Receipt none = ENGINE.evaluate(basket(10_000, remaining(Map.of("ten", 50L), Map.of("ten", 0L), Map.of())));
        assertThat(applied(none)).containsExactly("five");
        assertThat(reason(none, "ten")).isEqualTo("limit-per-buyer-reached");
    }

    @Test
    void aBudgetIsGivenWholeOrNotAtAll() {
        Receipt enough = ENGINE.evaluate(basket(10_000, remaining(Map.of(), Map.of(), Map.of("ten", 1_000L))));
        assertThat(applied(enough)).containsExactly("ten");
        Receipt less = ENGINE.evaluate(basket(10_000, remaining(Map.of(), Map.of(), Map.of("ten", 999L))));
        assertThat(applied(less)).containsExactly("five");
        assertThat(reason(less, "ten")).isEqualTo("budget-spent");
    }

    @Test
    void aReceiptSaysWhatItUses() {
        Receipt receipt = ENGINE.evaluate(basket(10_000, Remaining.UNTOUCHED));
        Money ten = new Money(1_000, USD);
        assertThat(receipt.reserves())
                .containsExactly(new Reserve("ten", "ten", 1, ten), new Reserve("ten", "ten/buyer", 1, ten));
        assertThat(ENGINE.evaluate(basket(1_000, Remaining.UNTOUCHED)).reserves()).isEmpty();
    }

    /** The host knows whose receipt it is; the receipt itself says it to nobody. */
    @Test
    void aHostThatCountsByBuyerGivesEachNoMoreThanOneMayHave() {
        Map<String, Long> used = new HashMap<>();
        int refused = 0;
        for (String buyer : List.of("ann@7", "bob@8", "ann@7", "ann@7", "bob@8", "ann@7")) {
            Remaining left = remaining(Map.of(), Map.of("ten", 2 - used.getOrDefault(buyer, 0L)), Map.of());
            Receipt receipt = ENGINE.evaluate(of(buyer, left));
            assertThat(ReceiptJson.pretty(receipt)).doesNotContain(buyer);
            receipt.reserves().stream()
                    .filter(reserve -> reserve.key().equals(reserve.id() + "/buyer"))
                    .forEach(reserve -> used.merge(buyer, (long) reserve.uses(), Long::sum));
            refused += reason(receipt, "ten").equals("limit-per-buyer-reached") ? 1 : 0;
        }
        assertThat(used).containsOnly(Map.entry("ann@7", 2L), Map.entry("bob@8", 2L));
        assertThat(refused).isEqualTo(2);
    }

    private static Basket of(String buyer, Remaining left) {
        Basket basket = basket(10_000, left);
        return new Basket(
                "b", "DE", USD, "de-DE", Channel.SHELF, RandomDeals.AT, new Buyer(buyer, false, 0, Set.of()),
                basket.stores(), basket.lines(), Map.of(), "", List.of("TEN"), left);
    }

    @Test
    void aGuestHasNoUsesOfAnOwn() {
        for (Remaining left : List.of(Remaining.UNTOUCHED, remaining(Map.of("ten", 9L), Map.of("ten", 2L), Map.of()))) {
            for (String nobody : List.of("", " ")) {
                Receipt receipt = ENGINE.evaluate(of(nobody, left));
                assertThat(reason(receipt, "ten")).isEqualTo("buyer-unknown");
                assertThat(receipt.reserves()).isEmpty();
            }
        }
        Receipt used = ENGINE.evaluate(of("", remaining(Map.of(), Map.of("ten", 0L), Map.of())));
        assertThat(reason(used, "ten")).isEqualTo("limit-per-buyer-reached");
    }

    /** Said on the second statement alone, a limit holds for the first as well. */
    @Test
    void aLimitIsThePromotions() {
        Map<String, String> files = new TreeMap<>();
        rule(files, "two", "$b : PlatformBasket( market == \"DE\" )",
                "$b.percentOff(10);\n    $b.freeShipping().limitPerBuyer(1).limitInAll(5);");
        PromotionEngine engine = PromotionEngine.load(files);
        assertThat(reason(engine.evaluate(of("", Remaining.UNTOUCHED)), "two")).isEqualTo("buyer-unknown");
        Receipt once = engine.evaluate(of("ann", Remaining.UNTOUCHED));
        assertThat(once.discount()).hasToString("USD 10.00");
        assertThat(once.reserves()).extracting(Reserve::key).containsExactly("two", "two/buyer");
        Remaining none = remaining(Map.of("two", 0L), Map.of(), Map.of());
        assertThat(reason(engine.evaluate(of("ann", none)), "two")).isEqualTo("limit-reached");
    }

    @Test
    void aPromotionWithoutLimitsIsReservedWhereTheHostCountsIt() {
        Receipt receipt = ENGINE.evaluate(basket(1_000, remaining(Map.of("five", 3L), Map.of(), Map.of())));
        assertThat(receipt.reserves()).containsExactly(new Reserve("five", "five", 1, new Money(500, USD)));
    }

    @Test
    void twoReceiptsFromTheSameRemainderBothSayWhatTheyNeed() {
        Remaining last = remaining(Map.of("ten", 1L), Map.of(), Map.of("ten", 1_000L));
        Receipt one = ENGINE.evaluate(basket(10_000, last));
        Receipt other = ENGINE.evaluate(basket(9_000, last));
        assertThat(applied(one)).containsExactly("ten");
        assertThat(applied(other)).containsExactly("ten");
        assertThat(one.reserves().get(0)).isEqualTo(new Reserve("ten", "ten", 1, new Money(1_000, USD)));
        assertThat(other.reserves().get(0)).isEqualTo(new Reserve("ten", "ten", 1, new Money(900, USD)));
        Receipt afterwards = ENGINE.evaluate(basket(9_000, remaining(Map.of("ten", 0L), Map.of(), Map.of("ten", 0L))));
        assertThat(applied(afterwards)).containsExactly("five");
    }

    /** One promotion for each of two stores is one promotion: its budget of 10.00 is not 10.00 for each. */
    @Test
    void theOffersOfOnePromotionShareItsBudgetAndItsUse() {
        List<Line> lines = List.of(
                Line.of("1", "p", "a", new Money(3_000, USD), 1), Line.of("2", "q", "b", new Money(4_000, USD), 1));
        Basket basket = basket(lines, List.of(), Remaining.UNTOUCHED);
        Basket us = new Basket(
                "b", "US", USD, "en-US", Channel.SHELF, RandomDeals.AT, basket.buyer(), basket.stores(), lines, Map.of(), "",
                List.of(), Remaining.UNTOUCHED);
        Receipt receipt = ENGINE.evaluate(us);
        assertThat(receipt.discount()).hasToString("USD 6.00");
        assertThat(reason(receipt, "each")).isEqualTo("budget-spent");
        assertThat(receipt.reserves()).containsExactly(new Reserve("each", "each", 1, new Money(600, USD)));
        Basket more = new Basket(
                "b", "US", USD, "en-US", Channel.SHELF, RandomDeals.AT, basket.buyer(), basket.stores(), lines, Map.of(), "",
                List.of(), remaining(Map.of(), Map.of(), Map.of("each", 1_200L)));
        assertThat(ENGINE.evaluate(more).discount()).hasToString("USD 12.00");
        assertThat(ENGINE.evaluate(more).reserves()).containsExactly(new Reserve("each", "each", 1, new Money(1_200, USD)));
    }

    /** A host that commits reserves one after another never gives away more than there was. */
    @Test
    void committedOneAfterAnotherNothingIsOverspent() {
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            long uses = 1 + random.nextInt(10);
            long budget = 2_000 + random.nextInt(3_000);
            long given = 0;
            int used = 0;
            for (int order = 0; order < 30; order++) {
                Remaining left = remaining(Map.of("ten", uses - used), Map.of(), Map.of("ten", budget - given));
                Receipt receipt = ENGINE.evaluate(basket(1_000 + random.nextInt(20_000), left));
                Invariants.check(basketOf(receipt, left), receipt);
                for (Reserve reserve : receipt.reserves()) {
                    if (reserve.key().equals("ten")) {
                        used += reserve.uses();
                        given += reserve.amount().minor();
                    }
                }
            }
            assertThat(used).as("seed %d, round %d", SEED, round).isLessThanOrEqualTo((int) uses);
            assertThat(given).as("seed %d, round %d", SEED, round).isLessThanOrEqualTo(budget);
            assertThat(used).as("seed %d, round %d", SEED, round).isPositive();
        }
    }

    private static Basket basketOf(Receipt receipt, Remaining left) {
        return basket(receipt.subtotal().minor(), left);
    }
}
