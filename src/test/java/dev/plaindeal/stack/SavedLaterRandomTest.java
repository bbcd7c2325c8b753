package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Today's price is what it would be without any promise for later, whatever is promised, and no promise is more than is paid. */
class SavedLaterRandomTest {

    private static final long SEED = 14_004;
    private static final int CASES = 600;

    @Test
    void noPromiseChangesTodaysPrice() {
        int promised = 0;
        int refused = 0;
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            RandomDeals deals = new RandomDeals(seed);
            Basket basket = deals.basket(4);
            PricedBasket goods = PricedBasket.of(basket);
            List<Offer> offers = new ArrayList<>();
            for (Offer offer : deals.offers(basket, 7)) {
                offers.add(deals.random().nextBoolean() ? deals.later(basket, offer).orElse(offer) : offer);
            }
            Policy policy = deals.policy();
            Plan plan = plan(goods, offers, policy);
            Plan today = plan(goods, SavedLater.today(offers), policy);
            assertThat(plan.stack().saved()).as("seed " + seed).isEqualTo(today.stack().saved());
            assertThat(names(plan.stack().kept())).as("seed " + seed).isEqualTo(names(today.stack().kept()));
            check(seed, plan, offers.stream().filter(offer -> offer.terms().isForLater()).count());
            promised += plan.later().size();
            refused += (int) plan.refused().stream().filter(one -> one.offer().orElseThrow().terms().isForLater()).count();
        }
        assertThat(promised).isGreaterThan(CASES / 4);
        assertThat(refused).isGreaterThan(CASES / 4);
    }

    private static void check(long seed, Plan plan, long later) {
        long[] net = plan.stack().end().linePrices();
        long refused = plan.refused().stream().filter(one -> one.offer().orElseThrow().terms().isForLater()).count();
        assertThat(plan.later().size() + refused).as("each is given or refused, seed " + seed).isEqualTo(later);
        for (Kept promise : plan.later()) {
            for (int i = 0; i < net.length; i++) {
                assertThat(promise.taken().byLine()[i]).as("seed " + seed).isBetween(0L, net[i]);
            }
        }
    }

    private static List<String> names(List<Kept> kept) {
        return kept.stream().map(one -> one.offer().key() + one.taken().discount()).toList();
    }

    private static Plan plan(PricedBasket goods, List<Offer> offers, Policy policy) {
        return Planner.plan(goods, offers, policy, Strategy.BEST_PRICE, new Judge(stack -> 0, 0));
    }
}
