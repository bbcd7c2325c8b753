package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.OfferBuilder;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.PricedBasket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The search by parts against all legal stacks of random baskets. It is given no stack to begin with and told the largest gain
 * less one minor unit: only bounds that are never too low find the best stack then, and the same of those that tie.
 */
class PartSearchTest {

    private static final long SEED = 20_261_127;
    private static final int CASES = Integer.getInteger("random", 3_000);
    private static final long NO_END = Long.MAX_VALUE;
    private static final int SHORT = 200;

    /** Sees every legal stack and keeps the best. */
    private static class All extends Strict {
        All(PricedBasket goods) {
            super(goods, Long.MIN_VALUE);
        }
    }

    /** Has no hope for what gains less than this. */
    private static class Strict implements SearchGoal {
        private final long least;
        OfferStack best;
        int seen;

        Strict(PricedBasket goods, long least) {
            this.best = OfferStack.none(goods.open());
            this.least = least;
        }

        @Override
        public boolean hopeless(long gainAtMost) {
            return gainAtMost < least;
        }

        @Override
        public int seeing() {
            return 1;
        }

        @Override
        public boolean weighsSimplicity() {
            return false;
        }

        @Override
        public boolean goesByMoney() {
            return true;
        }

        @Override
        public void see(OfferStack stack) {
            seen++;
            best = SearchGoals.better(stack, best, any -> 0);
        }
    }

    private static Candidates candidates(long seed) {
        return candidates(seed, 0);
    }

    private static Candidates candidates(long seed, int more) {
        RandomDeals deals = new RandomDeals(seed);
        Basket basket = deals.basket(6);
        PricedBasket goods = PricedBasket.of(basket);
        List<Offer> offers = deals.offers(basket, 3 + more + deals.random().nextInt(9));
        Policy policy = deals.policy();
        return Exclusives.settled(AlwaysHeld.settled(Candidates.of(goods, offers, policy)));
    }

    /** With sums joined from the first step on; of stacks that gain the same any may be seen. */
    private static void joined(Candidates candidates, long gain, long number) {
        Strict strict = new Strict(candidates.goods(), gain);
        assertThat(new PartSearch(candidates, strict, NO_END, 0).run()).isTrue();
        assertThat(strict.best.gain()).as("joined, %d", number).isEqualTo(gain);
    }

    @Test
    void boundsAreNeverTooLow() {
        int suited = 0;
        int late = 0;
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            Candidates candidates = candidates(seed);
            All all = new All(candidates.goods());
            if (!PartSearch.suits(candidates, all)) {
                continue;
            }
            Search search = new Search(candidates, all, Integer.MAX_VALUE);
            search.run();
            Strict strict = new Strict(candidates.goods(), all.best.gain());
            PartSearch parts = new PartSearch(candidates, strict, NO_END);
            assertThat(parts.run()).as("seed %d", seed).isTrue();
            assertThat(strict.best.names() + " " + strict.best.saved()).as("seed %d", seed).isEqualTo(all.best.names() + " " + all.best.saved());
            joined(candidates, all.best.gain(), seed);
            suited++;
            late += strict.best.kept().stream().anyMatch(kept -> !kept.offer().terms().layer().slot().isTakenByMoney()) ? 1 : 0;
        }
        System.out.printf("by parts: seed %d, %d baskets of %d, %d keep more than item prices%n", SEED, suited, CASES, late);
        assertThat(suited).isGreaterThan(CASES / 2);
        assertThat(late).isGreaterThan(CASES / 4);
    }

    /** Wallets have what random baskets seldom have: windows that are narrow, and plans of several late offers. */
    @Test
    void boundsAreNeverTooLowInFullWallets() {
        int compared = 0;
        for (int i = 0; i < CASES / 10; i++) {
            Wallets wallet = Wallets.of(SEED + i, 8 + i % 9, 1 + i % 2);
            SearchGoals.BestPrice walked = new SearchGoals.BestPrice(wallet.goods(), any -> 0);
            Search search = new Search(wallet.candidates(), walked, Planner.BUDGET);
            search.run();
            if (search.cutShort()) {
                continue;
            }
            Strict strict = new Strict(wallet.goods(), walked.best.gain());
            assertThat(new PartSearch(wallet.candidates(), strict, NO_END).run()).isTrue();
            assertThat(strict.best.names() + " " + strict.best.saved()).as("wallet %d", i).isEqualTo(walked.best.names() + " " + walked.best.saved());
            joined(wallet.candidates(), walked.best.gain(), i);
            compared++;
        }
        System.out.printf("by parts: seed %d, %d wallets%n", SEED, compared);
        assertThat(compared).isGreaterThan(CASES / 15);
    }

    /** The sum that joining had come to when its steps ran out was taken for what is left, and a plan for searched. */
    @Test
    void aWalkBeginsAnewWhereJoiningRanOutOfSteps() {
        int number = 953;
        Wallets wallet = Wallets.of(SEED + number, 8 + number % 9, 1 + number % 2);
        joined(wallet.candidates(), 148_825, number);
    }

    /** What is found among the largest offers alone is a whole stack of all: no statement is missing, nothing that always holds is left out. */
    @Test
    void aStackOfTheLargestOffersIsOneOfAll() {
        int fewer = 0;
        for (long seed = SEED; seed < SEED + CASES / 3; seed++) {
            Candidates all = candidates(seed, 24);
            if (!PartSearch.suits(all, new All(all.goods()))) {
                continue;
            }
            Candidates few = new PartSearch(all, new All(all.goods()), NO_END).largest();
            All best = new All(few.goods());
            new Search(few, best, SHORT).run();
            assertThat(Completeness.isComplete(all, best.best)).as("seed %d", seed).isTrue();
            assertThat(TakenSlots.fits(all, best.best)).as("seed %d", seed).isTrue();
            all.all().stream()
                    .filter(one -> one.offer().terms().combining().alwaysHolds())
                    .forEach(one -> assertThat(few.all()).contains(one));
            fewer += few.size() < all.size() ? 1 : 0;
        }
        System.out.printf("largest: %d fewer%n", fewer);
        assertThat(fewer).isGreaterThan(CASES / 100);
    }

    /** A coupon of each store is never beside that of the other, and a third takes as much as the first: it may not stand for it. */
    @Test
    void whatIsKeptApartIsNotJoinedWithWhatTakesAsMuch() {
        List<Line> lines = List.of(
                Line.of("1", "p", "a", new Money(5_000, Currency.of("USD")), 1), Line.of("2", "q", "b", new Money(5_000, Currency.of("USD")), 1));
        PromotionWords all = Offers.coupon().amountOff("USD 20").whenSpending("USD 90");
        List<Offer> offers = List.of(
                new Offer("first", 0, ofStore().group("one").offer().terms(), "a", ""),
                new Offer("other", 0, ofStore().offer().terms(), "a", ""),
                new Offer("second", 0, ofStore().group("one").offer().terms(), "b", ""),
                new Offer("all", 0, all.offer().terms(), "", ""));
        PricedBasket goods = PricedBasket.of(RandomDeals.basket(Currency.of("USD"), lines, Map.of(), Remaining.UNTOUCHED));
        joined(Candidates.of(goods, offers, RandomDeals.keeping(1)), 3_000, 1);
    }

    private static PromotionWords ofStore() {
        return new OfferBuilder(ChanceKind.STORE_COUPON, 4).amountOff("USD 5");
    }
}
