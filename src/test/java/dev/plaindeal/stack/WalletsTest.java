package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.policy.Strategy;
import org.junit.jupiter.api.Test;

/** Wallets of 20 to 100 vouchers are proven within the steps of one search; what is not says by how little it may miss. */
class WalletsTest {

    private static final long SEED = 60_606;
    private static final int WALLETS = 80;
    private static final int[] SIZES = {20, 40, 60, 100};

    @Test
    void fullWalletsAreProven() {
        int proven = 0;
        for (int i = 0; i < WALLETS; i++) {
            Wallets wallet = Wallets.of(SEED + i, SIZES[i % SIZES.length], 1 + i / SIZES.length % 2);
            Plan plan = Planner.plan(
                    wallet.goods(), wallet.offers(), wallet.policy(), Strategy.BEST_PRICE, Judge.INDIFFERENT, nobody -> false);
            long price = wallet.goods().listTotal() - plan.stack().saved();
            assertThat(plan.couldSave()).as("wallet %d, priced %d", i, price).isLessThanOrEqualTo(price / 20);
            proven += plan.couldSave() == 0 ? 1 : 0;
        }
        System.out.printf("wallets: seed %d, %d of %d proven%n", SEED, proven, WALLETS);
        assertThat(proven).isGreaterThanOrEqualTo(77);
    }

    /** Each step prices all lines, so there are fewer of them; what they leave open is told. */
    @Test
    void aWalletOfFiveThousandLinesKeepsToItsSteps() {
        Wallets wallet = Wallets.of(SEED, 5_000, 350, 1);
        Plan plan = Planner.plan(
                wallet.goods(), wallet.offers(), wallet.policy(), Strategy.BEST_PRICE, Judge.INDIFFERENT, nobody -> false);
        assertThat(plan.steps()).isLessThan(3 * Planner.budget(wallet.goods()));
        assertThat(plan.couldSave()).isPositive().isLessThan((wallet.goods().listTotal() - plan.stack().saved()) / 2);
    }

    /** What one way of taking part in a search finds is what the other finds, where both see everything. */
    @Test
    void smallWalletsAreWhatAWalkOverAllStacksFinds() {
        int compared = 0;
        for (int i = 0; i < 200; i++) {
            Wallets wallet = Wallets.of(SEED * 7 + i, 8 + i % 9, 1 + i % 2);
            SearchGoals.BestPrice walked = new SearchGoals.BestPrice(wallet.goods(), any -> 0);
            Search search = new Search(wallet.candidates(), walked, Planner.BUDGET);
            search.run();
            SearchGoals.BestPrice byParts = new SearchGoals.BestPrice(wallet.goods(), any -> 0);
            PartSearch parts = new PartSearch(wallet.candidates(), byParts, Planner.BUDGET);
            assertThat(parts.run()).isTrue();
            if (!search.cutShort() && !parts.cutShort()) {
                assertThat(byParts.best.saved() + " " + byParts.best.names()).as("wallet %d", i).isEqualTo(walked.best.saved() + " " + walked.best.names());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(150);
    }
}
