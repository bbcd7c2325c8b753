package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import static dev.plaindeal.stack.Offers.items;
import static dev.plaindeal.stack.Offers.offer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.Records;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Offers that hold and take nothing off are kept where the policy says so, and only where they stand in nobody's way. */
class IdleOffersTest {

    private static final Currency USD = Currency.of("USD");

    private static Policy keepingIdle() {
        return Records.with(RandomDeals.keeping(3), "idle", Policy.Idle.KEPT);
    }

    private static Line line(String id, String sku, long cents, int quantity) {
        return Line.of(id, sku, "a", new Money(cents, USD), quantity);
    }

    private static List<String> kept(List<Line> lines, Offer... offers) {
        PricedBasket goods = PricedBasket.of(RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED));
        Plan plan = Planner.plan(goods, List.of(offers), keepingIdle(), Strategy.BEST_PRICE, Judge.INDIFFERENT);
        return plan.stack().kept().stream().map(one -> one.offer().promotion() + " " + one.taken().discount()).toList();
    }

    /** Two for the price of two: it holds, takes nothing off, and claims two units all the same. */
    private static Offer twoForTwo(String id) {
        return offer(id, items().setOf(2, "p").forPrice("USD 20"));
    }

    @Test
    void oneThatStandsInNobodysWayIsKept() {
        assertThat(kept(List.of(line("1", "p", 1_000, 2)), twoForTwo("idle"))).containsExactly("idle 0");
    }

    /** All three units are in the set for 25.00; the idle set before it would leave one. */
    @Test
    void oneThatClaimsUnitsAnotherTakesOffIsNotKept() {
        List<Line> lines = List.of(line("1", "p", 1_000, 3));
        Offer three = offer("b-three", items().setOf(3, "p").forPrice("USD 25"));
        assertThat(kept(lines, twoForTwo("a-idle"), three)).containsExactly("b-three 500");
    }

    /** The same behind another deal of its layer, which has claimed units already. */
    @Test
    void norBehindADealOfItsLayer() {
        List<Line> lines = List.of(line("1", "p", 1_000, 3), line("2", "q", 1_000, 2));
        Offer other = offer("a-other", items().setOf(2, "q").forPrice("USD 19"));
        Offer three = offer("c-three", items().setOf(3, "p").forPrice("USD 25"));
        assertThat(kept(lines, other, twoForTwo("b-idle"), three)).containsExactly("a-other 100", "c-three 500");
    }

    @Test
    void oneWhoseUnitsNobodyElseTakesIsKeptBesideADeal() {
        List<Line> lines = List.of(line("1", "p", 1_000, 2), line("2", "q", 1_000, 2));
        Offer other = offer("a-other", items().setOf(2, "q").forPrice("USD 19"));
        assertThat(kept(lines, other, twoForTwo("b-idle"))).containsExactly("a-other 100", "b-idle 0");
    }

    private static final Offer LAST =
            offer("last", new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0).amountOff("USD 1").whenSpending("USD 20").measuredOn("final price"));

    /** Where a final price is measured all is priced anew with it. */
    @Test
    void oneThatStandsInNobodysWayIsKeptWhereTheFinalPriceIsMeasured() {
        assertThat(kept(List.of(line("1", "p", 1_000, 3)), twoForTwo("idle"), LAST)).containsExactly("idle 0", "last 100");
    }

    @Test
    void oneThatClaimsUnitsAnotherTakesOffIsNotKeptThereEither() {
        List<Line> lines = List.of(line("1", "p", 1_000, 3));
        Offer three = offer("b-three", items().setOf(3, "p").forPrice("USD 25"));
        assertThat(kept(lines, twoForTwo("a-idle"), three, LAST)).containsExactly("b-three 500", "last 100");
    }

    /** Two that make the same thing free: the one that comes first would take all, and the one that is kept nothing. */
    @Test
    void oneThatTakesAllThatAnotherTakesIsNotIdle() {
        List<Line> lines = List.of(line("1", "p", 1_000, 1), line("2", "q", 3_000, 1));
        Offer kept = offer("a-free", items().percentOff(100).onlySkus("p"));
        Offer first = offer("z-free", items().percentOff(100).onlySkus("p").order(-1));
        assertThat(kept(lines, kept, first, LAST)).containsExactly("a-free 1000", "last 100");
    }

    /** One place in each layer: the second idle coupon finds it taken. */
    @Test
    void anIdleCouponTakesThePlaceOfACoupon() {
        PricedBasket goods = PricedBasket.of(RandomDeals.basket(USD, List.of(line("1", "p", 1_000, 1)), Map.of(), Remaining.UNTOUCHED));
        List<Offer> offers = List.of(
                offer("free", items().percentOff(100)), offer("c", new OfferBuilder(ChanceKind.PLATFORM_COUPON, 4).percentOff(10)),
                offer("d", new OfferBuilder(ChanceKind.PLATFORM_COUPON, 4).percentOff(10)));
        Policy one = Records.with(RandomDeals.keeping(1), "idle", Policy.Idle.KEPT);
        Plan plan = Planner.plan(goods, offers, one, Strategy.BEST_PRICE, Judge.INDIFFERENT);
        assertThat(plan.stack().kept()).extracting(kept -> kept.offer().promotion()).containsExactly("free", "c");
    }
}
