package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where not every combination can be tried, something sensible is kept, and the plan says that not all was tried. */
class CutShortTest {

    private static final Currency USD = Currency.of("USD");

    private static PricedBasket goods(int lines) {
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(Line.of("l" + i, "sku" + i, "store-" + i, new Money(1_000, USD), 1));
        }
        return PricedBasket.of(RandomDeals.basket(USD, all, Map.of(), Remaining.UNTOUCHED));
    }

    private static Offer offer(String id, PromotionWords promise, String store) {
        return new Offer(id, 0, promise.offer().terms(), store, "");
    }

    private static Plan plan(PricedBasket goods, List<Offer> offers, Policy policy, Strategy strategy) {
        return Planner.plan(goods, offers, policy, strategy, Judge.INDIFFERENT);
    }

    /** Nothing was given from 18 stores on: every stack looked at had the one that does not hold beside the others. */
    @ParameterizedTest
    @ValueSource(ints = {16, 18, 60})
    void oneThatMeasuresTheFinalPriceDoesNotCostTheOthers(int stores) {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < stores; i++) {
            offers.add(offer("ten", new OfferBuilder(ChanceKind.STORE_BASKET, 0).percentOff(10), "store-" + i));
        }
        PromotionWords club = new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0)
                .percentOff(5)
                .onlySkus("sku0")
                .whenSpending("USD " + (stores * 10 - 1))
                .measuredOn("final price");
        offers.add(offer("club", club, ""));
        assertThat(plan(goods(stores), offers, RandomDeals.keeping(1), Strategy.BEST_PRICE).stack().saved())
                .isEqualTo(100L * stores);
    }

    @Test
    void inOrderSaysWhereItEnded() {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            PromotionWords promise = new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0).amountOff("USD 1").onlySkus("sku" + i);
            offers.add(offer("p" + i, i == 0 ? promise.whenSpending("USD 5").measuredOn("final price") : promise, ""));
        }
        Plan plan = plan(goods(1_000), offers, RandomDeals.keeping(1), Strategy.IN_ORDER);
        int kept = plan.stack().kept().size();
        assertThat(kept).isBetween(100, 999);
        assertThat(plan.couldSave()).isEqualTo(100L * (1_000 - kept));
        assertThat(plan.refused()).allMatch(refusal -> refusal.reason() == Reason.NOT_TRIED);
    }

    @Test
    void giftsThatMayHaveBeenMissedAreSaid() {
        List<Offer> offers = new ArrayList<>();
        String[] others = new String[19];
        for (int i = 0; i < 60; i++) {
            PromotionWords gift = new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0).gift("g" + i, "Gift " + i);
            offers.add(offer("p" + (10 + i), gift, ""));
            if (i >= 1 && i <= 19) {
                others[i - 1] = "p" + (10 + i);
            }
        }
        PromotionWords first = new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0).gift("g0", "Gift 0").notWith(String.join(", ", others));
        offers.set(0, offer("p10", first, ""));
        Plan plan = plan(goods(3), offers, RandomDeals.keeping(100), Strategy.BEST_PRICE);
        assertThat(plan.steps()).isGreaterThan(Planner.BUDGET);
        assertThat(plan.couldSave()).isPositive();
        assertThat(Planner.frontier(goods(3), offers, RandomDeals.keeping(100), stack -> 50).isWhole()).isFalse();
    }

    /** It was told as one amount, as if no stack were simple enough: the few that are were among those not looked at. */
    @ParameterizedTest
    @EnumSource(value = Strategy.class, names = {"SIMPLEST", "BALANCED"})
    void aSimpleOneIsFoundAmongTooManyCombinations(Strategy strategy) {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            PromotionWords promise = new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0).amountOff("USD 1." + (10 + i));
            offers.add(offer("p" + (10 + i), promise, ""));
        }
        Judge judge = new Judge(stack -> 100 - 20 * stack.kept().size(), 70);
        Plan plan = Planner.plan(goods(50), offers, RandomDeals.keeping(100), strategy, judge);
        assertThat(plan.shown()).isEqualTo(DiscountDisplay.LAYERS);
        assertThat(plan.stack().saved()).isEqualTo(129);
        assertThat(plan.couldSave()).isPositive();
    }
}
