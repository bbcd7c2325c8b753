package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many offers that compete each for its own place: the best of each is found, whatever they are called. A search that went by
 * names alone ran out of steps and left the buyer with the first of each, 192 of 500 dollars for 100 stores with two offers.
 */
class RivalsTest {

    private static final Currency USD = Currency.of("USD");

    private static PricedBasket goods(int stores) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < stores; i++) {
            lines.add(Line.of("l" + i, "sku", store(i), new Money(5_000, USD), 1));
        }
        return PricedBasket.of(RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED));
    }

    private static String store(int i) {
        return "store-" + i;
    }

    private static PromotionWords amount(ChanceKind kind, int dollars) {
        return new OfferBuilder(kind, 0).amountOff("USD " + dollars);
    }

    private static Plan best(PricedBasket goods, List<Offer> offers) {
        return Planner.plan(goods, offers, RandomDeals.keeping(1), Strategy.BEST_PRICE, Judge.INDIFFERENT);
    }

    @ParameterizedTest
    @CsvSource({"STORE_BASKET, 30, 2", "STORE_BASKET, 20, 3", "STORE_BASKET, 100, 2", "STORE_ITEMS, 25, 2", "STORE_ITEMS, 20, 3"})
    void theBestOfEachStoreIsKept(ChanceKind kind, int stores, int each) {
        List<Offer> offers = new ArrayList<>();
        long most = 0;
        for (int i = 0; i < stores; i++) {
            long best = 0;
            for (int n = 0; n < each; n++) {
                int dollars = 1 + (i + n) % 5;
                best = Math.max(best, dollars);
                offers.add(new Offer("p" + n, 0, amount(kind, dollars).offer().terms(), store(i), ""));
            }
            most += best;
        }
        Plan plan = best(goods(stores), offers);
        assertThat(plan.stack().saved()).isEqualTo(most * 100);
        assertThat(plan.couldSave()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 350, 999})
    void theBestOfManyThatStandAloneIsKept(int count) {
        List<Offer> offers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            PromotionWords promise = amount(ChanceKind.PLATFORM_BASKET, i).exclusive();
            offers.add(new Offer("p" + i, 0, promise.offer().terms(), "", ""));
        }
        Plan plan = best(goods(Basket.MOST_LINES), offers);
        assertThat(plan.stack().saved()).isEqualTo(100L * count);
        assertThat(plan.couldSave()).isZero();
    }

    /** Percentages leave room for doubt, so it may not be certain; it is no worse than the largest of each. */
    @Test
    void theLargestPercentageOfEachStoreIsKeptBeforeAPercentageOfAll() {
        List<Offer> offers = new ArrayList<>();
        long stores = 0;
        for (int i = 0; i < 40; i++) {
            for (int n = 0; n < 3; n++) {
                PromotionWords promise = new OfferBuilder(ChanceKind.STORE_COUPON, 4).percentOff(5 + (i + n) % 3);
                offers.add(new Offer("c" + n, 0, promise.offer().terms(), store(i), "C" + n));
            }
            stores += 350;
        }
        PromotionWords all = new OfferBuilder(ChanceKind.PLATFORM_COUPON, 4).percentOff(10);
        offers.add(new Offer("all", 0, all.offer().terms(), "", "ALL"));
        Plan plan = best(goods(40), offers);
        assertThat(plan.stack().saved()).isEqualTo(stores + (40 * 5_000 - stores) / 10);
    }

    /** A frontier that cannot be seen whole begins with the best price all the same, and says that it is not whole. */
    @Test
    void aFrontierOfTooManyStacksBeginsWithTheBestPriceAndSaysSo() {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            offers.add(new Offer("p", 0, amount(ChanceKind.STORE_BASKET, 1 + i % 5).offer().terms(), store(i), ""));
        }
        FrontierStacks frontier = Planner.frontier(
                goods(40), offers, RandomDeals.keeping(1), stack -> 100 - stack.kept().size());
        assertThat(frontier.stacks().get(0).saved()).isEqualTo(12_000);
        assertThat(frontier.stacks().get(0).kept()).hasSize(40);
        assertThat(frontier.isWhole()).isFalse();
    }
}
