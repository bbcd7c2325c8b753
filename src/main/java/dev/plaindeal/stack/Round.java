package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One search, with who has won which line before it.
 *
 * <p>An offer that won lines and is not kept then, for a budget or for another's sake, has won them in vain: in another
 * round it competes as a whole and leaves its lines to the next.
 */
record Round(ByLine lines, Candidates all, Candidates legal, SearchResult found) {

    /** Each round takes at least one offer out; so many in vain are no shop's. */
    private static final int MOST = 8;
    /** A round looks at each line for each offer; where both are very many the first has to do. */
    private static final long MOST_WORK = 1 << 23;

    static Round best(PricedBasket goods, List<Offer> offers, Policy policy, Strategy strategy, Judge judge) {
        Set<ByLine.Name> outside = new HashSet<>();
        Round last = of(goods, offers, policy, outside, strategy, judge);
        Round best = last;
        long most = Math.min(MOST, MOST_WORK / Math.max(1, (long) offers.size() * goods.size()));
        for (int n = 1; n < most && outside.addAll(last.lines.wonInVain(last.found.stack())); n++) {
            last = of(goods, offers, policy, outside, strategy, judge);
            best = last.found.beats(best.found, strategy, judge) ? last : best;
        }
        return best;
    }

    private static Round of(
            PricedBasket goods, List<Offer> offers, Policy policy, Set<ByLine.Name> outside, Strategy strategy, Judge judge) {
        ByLine lines = ByLine.of(goods, offers, policy, outside);
        Candidates all = Candidates.of(goods, lines.open(), policy);
        Candidates legal = Exclusives.settled(all);
        return new Round(lines, all, legal, Planner.find(legal, strategy, judge));
    }
}
