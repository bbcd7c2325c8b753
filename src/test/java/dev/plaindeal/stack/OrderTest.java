package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order in which lines, codes and rules arrive is nobody's choice and changes no money. */
class OrderTest {

    private static final long SEED = 5_555;
    private static final int CASES = Integer.getInteger("random", 1_000);

    private static Plan plan(Basket basket, List<Offer> offers, Policy policy) {
        return Planner.plan(PricedBasket.of(basket), offers, policy, Strategy.BEST_PRICE, Judge.INDIFFERENT);
    }

    private static List<String> discounts(Plan plan) {
        return plan.stack().kept().stream()
                .map(kept -> kept.offer().key() + "@" + kept.offer().store() + " " + kept.taken().discount())
                .toList();
    }

    @Test
    void theOrderOfOffersChangesNothing() {
        for (int i = 0; i < CASES; i++) {
            RandomDeals deals = new RandomDeals(SEED + i);
            Basket basket = deals.basket(6);
            List<Offer> offers = deals.offers(basket, 6);
            Policy policy = deals.policy();
            List<Offer> shuffled = new ArrayList<>(offers);
            Collections.shuffle(shuffled, deals.random());
            Plan first = plan(basket, offers, policy);
            Plan second = plan(basket, shuffled, policy);
            assertThat(discounts(second)).as("seed %d", SEED + i).isEqualTo(discounts(first));
            assertThat(second.refused()).as("seed %d", SEED + i).isEqualTo(first.refused());
        }
    }

    /** Rules that ask for the order of the basket may go by it; no other total does. */
    @Test
    void theOrderOfLinesChangesNoTotal() {
        for (int i = 0; i < CASES; i++) {
            RandomDeals deals = new RandomDeals(SEED + i).inAnyOrder();
            Basket basket = deals.basket(6);
            List<Offer> offers = deals.offers(basket, 5);
            Policy policy = deals.policy();
            List<Line> lines = new ArrayList<>(basket.lines());
            Collections.shuffle(lines, deals.random());
            Plan first = plan(basket, offers, policy);
            Plan second = plan(
                    RandomDeals.basket(basket.currency(), lines, basket.shipping(), Remaining.UNTOUCHED), offers, policy);
            assertThat(second.stack().saved()).as("seed %d", SEED + i).isEqualTo(first.stack().saved());
        }
    }
}
