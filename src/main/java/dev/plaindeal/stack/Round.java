package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One search, with the slots it was for, and who was beaten on every line before it.
 *
 * <p>An offer that won lines and is not kept then, for a budget or for another's sake, has won them in vain: in another
 * round it competes as a whole and leaves its lines to the next.
 */
record Round(List<Rejection> beaten, Candidates all, Candidates legal, SearchResult found) {

    /** Each round takes at least one offer out; so many in vain are no shop's. */
    private static final int MOST = 8;
    /** A round looks at each line for each offer; where both are very many the first has to do. */
    private static final long MOST_WORK = 1 << 23;

    /** Where each item price competes as a whole, as they do unless the policy says otherwise, the first round is the only one. */
    static Round best(PricedBasket goods, List<Offer> offers, Policy policy, Strategy strategy, Judge judge) {
        return policy.rivals() == Policy.Rivals.WHOLE
                ? of(goods, offers, List.of(), policy, strategy, judge)
                : lineByLine(goods, offers, policy, strategy, judge);
    }

    private static Round lineByLine(PricedBasket goods, List<Offer> offers, Policy policy, Strategy strategy, Judge judge) {
        Set<ByLine.OfferName> outside = new HashSet<>();
        ByLine lines = ByLine.of(goods, offers, policy, outside);
        Round last = of(goods, lines.open(), lines.refused(), policy, strategy, judge);
        Round best = last;
        long most = Math.min(MOST, MOST_WORK / Math.max(1, (long) offers.size() * goods.size()));
        for (int n = 1; n < most && outside.addAll(lines.wonInVain(last.found.stack())); n++) {
            lines = ByLine.of(goods, offers, policy, outside);
            last = of(goods, lines.open(), lines.refused(), policy, strategy, judge);
            best = last.found.beats(best.found, strategy, judge) ? last : best;
        }
        return best;
    }

    private static Round of(
            PricedBasket goods, List<Offer> open, List<Rejection> beaten, Policy policy, Strategy strategy, Judge judge) {
        Candidates all = Candidates.of(goods, open, policy);
        Candidates holding = AlwaysHeld.settled(all);
        Candidates legal = policy.exclusive() == Policy.Exclusive.IF_BETTER ? holding : Exclusives.settled(holding);
        return new Round(beaten, all, legal, Planner.find(legal, strategy, judge));
    }
}
