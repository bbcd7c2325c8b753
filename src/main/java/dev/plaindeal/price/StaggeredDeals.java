package dev.plaindeal.price;

import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.UnitOrder;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Units.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Groups of units in which each place gets a benefit of its own.
 *
 * <p>Units of one price stand side by side in any order, so of these the ones that can save most take the places that save
 * most; in basket order every place is its own.
 */
final class StaggeredDeals {

    private StaggeredDeals() {}

    static Proposal take(PricingContext asked, Reward.Staggered deal) {
        UnitOrder first = Deals.counted(asked.terms.which());
        List<Run> units = Deals.free(asked, first, Deals.largest(asked, deal.benefits()));
        long groups = Math.min(Units.count(units) / deal.size(), Deals.most(deal.most()));
        if (groups == 0) {
            return Proposal.lacks(new Missed(Measure.ITEMS, deal.size(), Units.count(units)));
        }
        List<Run> counted = Units.first(units, groups * deal.size());
        List<List<Run>> places = places(asked, deal, counted, first);
        long[] shares = new long[asked.inScope.length];
        for (int i = 0; i < places.size(); i++) {
            Deals.add(shares, Deals.on(asked, places.get(i), deal.places().get(i).benefit(), counted));
        }
        return Proposal.of(Discount.fixed(shares, Deals.used(shares.length, counted)));
    }

    static Optional<Missed> ahead(PricingContext asked, Reward.Staggered deal) {
        long have = Units.count(Deals.free(asked, UnitOrder.DEAREST));
        long next = have / deal.size() + 1;
        return Deals.begun(new Missed(Measure.ITEMS, Ledger.product(next, deal.size()), have), deal.size(), next, deal.most());
    }

    /** The units at each place, in the order of the places. */
    private static List<List<Run>> places(PricingContext asked, Reward.Staggered deal, List<Run> counted, UnitOrder first) {
        List<List<Run>> places = new ArrayList<>();
        deal.places().forEach(place -> places.add(new ArrayList<>()));
        long seen = 0;
        int from = 0;
        while (from < counted.size()) {
            int to = first == UnitOrder.FIRST ? from + 1 : Units.endOfPrice(counted, from);
            List<Run> alike = counted.subList(from, to);
            long count = Units.count(alike);
            long given = 0;
            for (int i : bestFirst(asked, deal, alike.get(0).price)) {
                int before = deal.size() - deal.places().get(i).number();
                long hits = (seen + count + before) / deal.size() - (seen + before) / deal.size();
                places.get(i).addAll(Units.slice(alike, given, hits));
                given += hits;
            }
            seen += count;
            from = to;
        }
        return places;
    }

    private static List<Integer> bestFirst(PricingContext asked, Reward.Staggered deal, long price) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < deal.places().size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparing(i -> -ScopeDiscounts.off(asked, deal.places().get(i).benefit()).applyAsLong(price)));
        return order;
    }
}
