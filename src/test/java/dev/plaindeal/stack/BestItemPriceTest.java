package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.price.Pricer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** With the best item price for each line, each line has what the best promotion takes off it, whatever its shape. */
class BestItemPriceTest {

    private static final long SEED = 60_606;
    private static final int CASES = Integer.getInteger("random", 3_000);

    @Test
    void everyLineHasItsBestPrice() {
        int won = 0;
        for (int i = 0; i < CASES; i++) {
            RandomDeals deals = new RandomDeals(SEED + i);
            Basket basket = deals.basket(5);
            List<Offer> offers = offers(deals.random(), basket);
            Plan plan = Planner.plan(PricedBasket.of(basket), offers, policy(), Strategy.BEST_PRICE, Judge.INDIFFERENT);
            long best = best(basket, offers);
            assertThat(plan.stack().saved()).as("seed %d", SEED + i).isEqualTo(best);
            won += plan.stack().kept().stream().map(kept -> kept.offer().promotion()).distinct().count() > 1 ? 1 : 0;
        }
        System.out.printf("best item price: seed %d, %d baskets, in %d of them several promotions%n", SEED, CASES, won);
        assertThat(won).isGreaterThan(CASES / 10);
    }

    private static Policy policy() {
        Policy whole = RandomDeals.keeping(1);
        return new Policy(
                whole.order(), whole.layers(), whole.apart(), whole.exclusive(), Optional.empty(), Optional.empty(),
                Strategy.BEST_PRICE, Optional.empty(), Policy.Idle.REFUSED, Policy.Rivals.LINE_BY_LINE);
    }

    /** What each promotion's statements take off each line, one after the other; of each line the most. */
    private static long best(Basket basket, List<Offer> offers) {
        Map<String, Ledger> ledgers = new LinkedHashMap<>();
        Map<String, long[]> taken = new LinkedHashMap<>();
        Ledger open = PricedBasket.of(basket).open(List.of(Layer.values()));
        for (Offer offer : offers) {
            Ledger before = ledgers.getOrDefault(offer.promotion(), open);
            Conventions conventions = offer.terms().choices().over(Conventions.DEFAULT);
            Pricer.PricedStep step = Pricer.apply(before, offer, conventions, open.linePrices());
            if (step.outcome() instanceof Taken money && money.discount() > 0) {
                ledgers.put(offer.promotion(), step.ledger());
                long[] sums = taken.computeIfAbsent(offer.promotion(), p -> new long[basket.lines().size()]);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += money.byLine()[i];
                }
            }
        }
        long best = 0;
        for (int i = 0; i < basket.lines().size(); i++) {
            int line = i;
            best += taken.values().stream().mapToLong(sums -> sums[line]).max().orElse(0);
        }
        return best;
    }

    private static List<Offer> offers(Random random, Basket basket) {
        List<Offer> offers = new ArrayList<>();
        int promotions = 2 + random.nextInt(4);
        for (int p = 0; p < promotions; p++) {
            int statements = random.nextInt(4) == 0 ? 2 : 1;
            for (int part = 0; part < statements; part++) {
                // A unit is in one deal only, so that two deals of one promotion may get into each other's way.
                int shape = random.nextInt(part == 0 ? 10 : 7);
                PromotionWords promise = shape(new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0).roundEachLine(), shape, random, basket);
                offers.add(new Offer("p" + p, part, promise.offer().terms(), "", ""));
            }
        }
        return offers;
    }

    private static PromotionWords shape(PromotionWords promise, int shape, Random random, Basket basket) {
        String amount = basket.currency() + " " + (basket.currency().digits() == 0 ? "35" : "0.35");
        String ample = basket.currency() + " 999999";
        String percent = 5 + random.nextInt(40) + "%";
        switch (random.nextInt(6)) {
            case 0 -> promise.onlySkus("p,q");
            case 1 -> promise.onlyCategories("tea");
            default -> { }
        }
        return switch (shape) {
            case 0 -> promise.percentOff(percent.substring(0, percent.length() - 1));
            case 1 -> promise.percentOff(percent.substring(0, percent.length() - 1)).atMost(ample);
            case 2 -> promise.amountOffEach(amount);
            case 3 -> promise.amountOffEachLine(amount);
            case 4 -> promise.nowPrice(amount);
            case 5 -> promise.tier(2, percent).eachLineAlone();
            case 6 -> promise.tier(1 + random.nextInt(6), percent);
            case 7 -> promise.nthItem(2, percent).eachLineAlone();
            case 8 -> promise.buyGet(1, 1).eachLineAlone();
            default -> promise.every(amount, amount).eachLineAlone().upTo(2);
        };
    }
}
