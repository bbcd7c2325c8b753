package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import static dev.plaindeal.stack.Offers.coupon;
import static dev.plaindeal.stack.Offers.items;
import static dev.plaindeal.stack.Offers.offer;
import static dev.plaindeal.stack.Offers.threshold;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a basket is wide and offers are many, a refusal says who is in the way, without the numbers. */
class BriefRefusalsTest {

    private static final Currency USD = Currency.of("USD");
    /** With 256 offers just few enough that each is priced again. */
    private static final int LINES = 4_096;

    private static PricedBasket goods(int lines, int stores) {
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(Line.of("l" + i, "p" + i, "store-" + i % stores, new Money(1_000, USD), 1));
        }
        return PricedBasket.of(RandomDeals.basket(USD, all, Map.of(), Remaining.UNTOUCHED));
    }

    /** These, and so many in all: the others each take 1.00 off a line of their own. */
    private static Map<String, String> told(int count, Offer... first) {
        List<Offer> offers = new ArrayList<>(List.of(first));
        for (int i = 100; offers.size() < count; i++) {
            offers.add(offer("i" + i, items().amountOff("USD 1").onlySkus("p" + i)));
        }
        Plan plan = Planner.plan(goods(LINES, 1), offers, RandomDeals.keeping(1), Strategy.BEST_PRICE, Judge.INDIFFERENT);
        assertThat(plan.couldSave()).isZero();
        return plan.refused().stream()
                .collect(toMap(Rejection::promotion, refusal -> refusal.reason().key() + ": " + refusal.message()));
    }

    private static Offer[] rivals() {
        return new Offer[] {
            offer("five", coupon().amountOff("USD 5")),
            offer("three", coupon().amountOff("USD 3")),
            offer("far", coupon().amountOff("USD 1").whenSpending("USD 99999")),
            offer("apart", threshold().amountOff("USD 0.50").notWith("five")),
            offer("fresh", coupon().amountOff("USD 1").onlySkus("p100").notOnReduced()),
            offer("spent", items().amountOff("USD 0.20").onlySkus("p9").budget("USD 0.10"))
        };
    }

    @Test
    void withAFewOffersLessEachIsToldWithItsNumbers() {
        assertThat(told(256, rivals())).containsOnly(
                Map.entry("three", "beaten: Beaten by five, which saves USD 2.00 more."),
                Map.entry("far", "threshold-not-met: It needs USD 99999.00, USD 40960.00 counts towards it before the other "
                        + "discounts and USD 40710.00 after them; at least USD 59039.00 more is needed."),
                Map.entry("apart", "not-together: Beaten by five, which saves USD 4.50 more; it is never kept together with five."),
                Map.entry("fresh", "already-reduced: What it is for is already reduced by i100, and it is not for reduced items."),
                Map.entry("spent", "budget-spent: It would take USD 0.20 off, and only USD 0.10 is left to give away."));
    }

    @Test
    void withOneMoreOnlyWhoIsInItsWayIsTold() {
        assertThat(told(257, rivals())).containsOnly(
                Map.entry("three", "beaten: Kept in its place: five."),
                Map.entry("far", "threshold-not-met: It needs USD 99999.00, USD 40960.00 counts towards it; USD 59039.00 more would do."),
                Map.entry("apart", "not-together: Kept in its place: five; it is never kept together with five."),
                Map.entry("fresh", "already-reduced: What it is for is already reduced, and it is not for reduced items."),
                Map.entry("spent", "not-tried: So many offers meet this basket that not each was tried."));
    }

    @Test
    void whoStandsAloneIsToldWithoutNumbersToo() {
        assertThat(told(257, offer("alone", coupon().amountOff("USD 500").exclusive()), offer("other", threshold().amountOff("USD 400").exclusive())))
                .hasSize(256)
                .containsEntry("other", "exclusive-beaten: It stands alone, and others are kept.")
                .containsEntry("i100", "exclusive-kept: alone stands alone.");
    }

    /** Two coupons in each of 100 stores: so many refusals are told with numbers as 1,677 prices are enough for. */
    @Test
    void whereThereAreTooManyRefusalsOnlyTheFirstHaveNumbers() {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            for (int n = 1; n <= 2; n++) {
                PromotionWords promise = new OfferBuilder(ChanceKind.STORE_COUPON, 4).amountOff("USD " + n);
                offers.add(new Offer(String.format("p%02d-%d", i, n), 0, promise.offer().terms(), "store-" + i, ""));
            }
        }
        Plan plan = Planner.plan(goods(Basket.MOST_LINES, 100), offers, RandomDeals.keeping(1), Strategy.BEST_PRICE, Judge.INDIFFERENT);
        assertThat(plan.couldSave()).isZero();
        assertThat(plan.refused()).hasSize(100).allMatch(refusal -> refusal.reason() == Reason.BEATEN);
        List<String> numbers =
                plan.refused().stream().map(Rejection::message).filter(said -> said.endsWith(", which saves USD 1.00 more.")).toList();
        assertThat(numbers).hasSize(18).first().isEqualTo("Beaten by p00-2, which saves USD 1.00 more.");
        assertThat(plan.refused().get(99).message()).isEqualTo("Kept in its place: p99-2.");
    }
}
