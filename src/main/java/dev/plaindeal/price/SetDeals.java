package dev.plaindeal.price;

import dev.plaindeal.offer.Reward.Part;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Units.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Complete sets of units. Each part of a set takes its units in the order asked (cheapest first by default), so the
 * first set has the first units of every part, the second set the next, and so on.
 */
final class SetDeals {

    private SetDeals() {}

    static Optional<Discount> take(PricingContext asked, Reward.Sets sets) {
        SetUnits all = units(asked, sets);
        long times = Math.min(all.times(), Deals.most(sets.most()));
        if (times == 0) {
            return Optional.empty();
        }
        List<List<Run>> parts = shareOut(sets, all.taken(times));
        return Optional.of(benefit(asked, sets, parts, parts.stream().flatMap(List::stream).toList(), times));
    }

    /** What one more set lacks, where some units for it are there already. */
    static Optional<Missed> ahead(PricingContext asked, Reward.Sets sets) {
        long next = units(asked, sets).times() + 1;
        return Deals.begun(missing(asked, sets, next), sets.size(), next, sets.most());
    }

    /** What so many sets lack. */
    static Missed missing(PricingContext asked, Reward.Sets sets, long times) {
        return new Missed(Measure.ITEMS, Ledger.product(times, sets.size()), units(asked, sets).have(times));
    }

    private static SetUnits units(PricingContext asked, Reward.Sets sets) {
        return new SetUnits(asked, sets, Deals.free(asked, asked.terms.which(), off(asked, sets)));
    }

    /** What a set takes off one of its units: of a set as a whole anything up to the unit's price may fall on it. */
    private static ToLongFunction<Run> off(PricingContext asked, Reward.Sets sets) {
        return isByUnit(sets) ? Deals.off(asked, sets.benefit()) : run -> run.price;
    }

    private static boolean isByUnit(Reward.Sets sets) {
        return sets.per() == Reward.Per.UNIT || sets.benefit().isPercent();
    }

    /** Two parts that draw on the same units get them in turn, in proportion to what each needs. */
    private static List<List<Run>> shareOut(Reward.Sets sets, Map<Scope.Names, List<Run>> taken) {
        List<List<Run>> own = new ArrayList<>();
        for (int p = 0; p < sets.parts().size(); p++) {
            Part part = sets.parts().get(p);
            long before = 0;
            long together = 0;
            for (int q = 0; q < sets.parts().size(); q++) {
                if (sets.parts().get(q).names().equals(part.names())) {
                    before += q < p ? sets.parts().get(q).count() : 0;
                    together += sets.parts().get(q).count();
                }
            }
            List<Run> all = taken.getOrDefault(part.names(), List.of());
            own.add(together == part.count() ? all : slices(all, together, before, part.count()));
        }
        return own;
    }

    /** Of each {@code period} units those from {@code from} on, {@code count} of them. */
    private static List<Run> slices(List<Run> runs, long period, long from, int count) {
        List<Run> taken = new ArrayList<>();
        long seen = 0;
        for (Run run : runs) {
            long hits = inSlice(seen + run.count, period, from, count) - inSlice(seen, period, from, count);
            if (hits > 0) {
                taken.add(run.of((int) hits));
            }
            seen += run.count;
        }
        return taken;
    }

    private static long inSlice(long units, long period, long from, int count) {
        long rest = units % period - from;
        return units / period * count + Math.max(0, Math.min(rest, count));
    }

    private static Discount benefit(
            PricingContext asked, Reward.Sets sets, List<List<Run>> parts, List<Run> units, long times) {
        if (isByUnit(sets)) {
            return Deals.on(asked, units, sets.benefit(), units);
        }
        SetSums sums = new SetSums(sets, parts);
        long total = sums.total(ScopeDiscounts.off(asked, sets.benefit()), times);
        long[] weights = new long[asked.inScope.length];
        for (Run run : units) {
            weights[run.line] += run.price * run.count;
        }
        return Discount.shared(total, weights, Deals.used(weights.length, units));
    }
}
