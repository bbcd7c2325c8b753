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
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.price.Pricer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where the search ends: exact for 16 offers that all break each other's thresholds, honest beyond its budget. */
class SearchBudgetTest {

    private static final long SEED = 16_161_616;
    private static final Currency USD = Currency.of("USD");

    private static PricedBasket goods() {
        List<Line> lines = List.of(
                Line.of("1", "p", "a", new Money(4_799, USD), 1),
                Line.of("2", "q", "a", new Money(1_250, USD), 3),
                Line.of("3", "r", "b", new Money(333, USD), 4));
        return PricedBasket.of(RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED));
    }

    /** Coupons that each need most of the price still to be there: each one taken breaks some of the others. */
    private static List<Offer> rivals(int count, Random random) {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PromotionWords promise = new OfferBuilder(ChanceKind.PLATFORM_COUPON, 5);
            if (random.nextInt(3) == 0) {
                promise.percentOff(3 + random.nextInt(6)).percentOf("price so far");
            } else {
                promise.amountOff(new Money(300 + random.nextInt(300), USD).toString());
            }
            promise.whenSpending(new Money(5_000 + random.nextInt(4_000), USD).toString()).measuredOn("price so far");
            offers.add(new Offer(String.format("c%02d", i), 0, promise.offer().terms(), "", "C" + i));
        }
        return offers;
    }

    /** The largest saving, by trying every subset. */
    private static long most(List<Offer> offers, int from, Ledger ledger, long saved) {
        if (from == offers.size()) {
            return saved;
        }
        long without = most(offers, from + 1, ledger, saved);
        Offer offer = offers.get(from);
        Pricer.PricedStep step =
                Pricer.apply(ledger, offer, offer.terms().choices().over(Conventions.DEFAULT), new long[0]);
        return step.outcome() instanceof Taken money
                ? Math.max(without, most(offers, from + 1, step.ledger(), saved + money.discount()))
                : without;
    }

    @Test
    void sixteenRivalsAreExactWithinTheBudget() {
        int slowest = 0;
        long nanos = 0;
        for (int round = 0; round < 10; round++) {
            List<Offer> offers = rivals(16, new Random(SEED + round));
            long start = System.nanoTime();
            Plan plan = Planner.plan(goods(), offers, RandomDeals.keeping(100), Strategy.BEST_PRICE, Judge.INDIFFERENT);
            nanos = Math.max(nanos, System.nanoTime() - start);
            slowest = Math.max(slowest, plan.steps());
            assertThat(plan.couldSave()).as("round %d", round).isZero();
            assertThat(plan.stack().saved()).as("round %d", round).isEqualTo(most(offers, 0, goods().open(), 0));
        }
        System.out.printf(
                "16 rivals: seed %d, slowest search %d of %d steps, %.0f ms%n", SEED, slowest, Planner.BUDGET, nanos / 1e6);
        assertThat(slowest).isGreaterThan(1_000).isLessThan(Planner.BUDGET);
    }

    /** Coupons of equal worth first, dearer ones last; each needs 60.00 of the 98.81 still to be there. */
    private static List<Offer> alike(int cheap, int dear) {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < cheap + dear; i++) {
            PromotionWords promise = new OfferBuilder(ChanceKind.PLATFORM_COUPON, 5).amountOff(i < cheap ? "USD 3" : "USD 5");
            promise.whenSpending("USD 60").measuredOn("price so far");
            offers.add(new Offer(String.format("c%02d", i), 0, promise.offer().terms(), "", "C" + i));
        }
        return offers;
    }

    @Test
    void sixteenOffersThatTieInAllSubsetsAreExactWithinTheBudget() {
        List<Offer> offers = alike(0, 16);
        Plan plan = Planner.plan(goods(), offers, RandomDeals.keeping(100), Strategy.BEST_PRICE, Judge.INDIFFERENT);
        System.out.printf("16 ties: %d of %d steps%n", plan.steps(), Planner.BUDGET);
        assertThat(plan.couldSave()).isZero();
        assertThat(plan.stack().saved()).isEqualTo(most(offers, 0, goods().open(), 0)).isEqualTo(4_000);
        assertThat(plan.stack().kept()).hasSize(8).first().extracting(kept -> kept.offer().promotion()).isEqualTo("c00");
    }

    @Test
    void aSearchCutShortSaysWhatItCouldHaveSavedAtMost() {
        List<Offer> offers = alike(14, 8);
        Plan plan = Planner.plan(goods(), offers, RandomDeals.keeping(100), Strategy.BEST_PRICE, Judge.INDIFFERENT);
        long most = most(offers, 0, goods().open(), 0);
        System.out.printf(
                "22 rivals: cut short after %d steps, saves %d of %d, said it could save %d more%n",
                plan.steps(), plan.stack().saved(), most, plan.couldSave());
        assertThat(plan.steps()).isGreaterThan(Planner.BUDGET);
        assertThat(plan.couldSave()).isPositive();
        assertThat(plan.stack().saved()).isPositive().isLessThanOrEqualTo(most);
        assertThat(plan.stack().saved() + plan.couldSave()).isGreaterThanOrEqualTo(most);
        assertThat(plan.stack().saved() + plan.couldSave()).isLessThanOrEqualTo(goods().basket().subtotal());
    }

    @Test
    void randomRivalsBeyondTheBudgetStayBelowWhatTheySaidTheyCouldSave() {
        for (int round = 0; round < 4; round++) {
            List<Offer> offers = rivals(20, new Random(SEED + round));
            Plan plan = Planner.plan(goods(), offers, RandomDeals.keeping(100), Strategy.BEST_PRICE, Judge.INDIFFERENT);
            long most = most(offers, 0, goods().open(), 0);
            assertThat(plan.stack().saved()).as("round %d", round).isLessThanOrEqualTo(most);
            assertThat(plan.stack().saved() + plan.couldSave()).as("round %d", round).isGreaterThanOrEqualTo(most);
        }
    }
}
