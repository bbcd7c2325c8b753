package dev.plaindeal.price;

import dev.plaindeal.offer.Reward.Part;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Units.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Complete sets of units. Each part of a set takes its units in the order asked (cheapest first by default), so the
 * first set has the first units of every part, the second set the next, and so on.
 */
final class SetDeals {

    private SetDeals() {}

    static Optional<Discount> take(PricingContext asked, Reward.Sets sets) {
        List<List<Run>> parts = parts(asked, sets);
        long times = Math.min(times(sets, parts), Deals.most(sets.most()));
        if (times == 0) {
            return Optional.empty();
        }
        List<Run> units = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            parts.set(p, Units.first(parts.get(p), times * sets.parts().get(p).count()));
            units.addAll(parts.get(p));
        }
        return Optional.of(benefit(asked, sets, parts, units, times));
    }

    /** What one more set lacks, where some units for it are there already. */
    static Optional<Missed> ahead(PricingContext asked, Reward.Sets sets) {
        long next = times(sets, parts(asked, sets)) + 1;
        return Deals.begun(missing(asked, sets, next), sets.size(), next, sets.most());
    }

    /** What so many sets lack. */
    static Missed missing(PricingContext asked, Reward.Sets sets, long times) {
        List<List<Run>> parts = parts(asked, sets);
        long have = 0;
        for (int p = 0; p < parts.size(); p++) {
            have += Math.min(Units.count(parts.get(p)), Ledger.product(times, sets.parts().get(p).count()));
        }
        return new Missed(Measure.ITEMS, Ledger.product(times, sets.size()), have);
    }

    /** The units each part can draw from: parts that name skus choose before parts that take anything. */
    private static List<List<Run>> parts(PricingContext asked, Reward.Sets sets) {
        List<Run> free = Deals.free(asked, asked.terms.which(), off(asked, sets));
        List<List<Run>> parts = new ArrayList<>();
        for (Part part : sets.parts()) {
            parts.add(free.stream().filter(run -> fits(asked, sets, part, run)).toList());
        }
        return shareOut(sets, parts);
    }

    /** What a set takes off one of its units: of a set as a whole anything up to the unit's price may fall on it. */
    private static ToLongFunction<Run> off(PricingContext asked, Reward.Sets sets) {
        return isByUnit(sets) ? Deals.off(asked, sets.benefit()) : run -> run.price;
    }

    private static boolean isByUnit(Reward.Sets sets) {
        return sets.per() == Reward.Per.UNIT || sets.benefit().isPercent();
    }

    private static boolean fits(PricingContext asked, Reward.Sets sets, Part part, Run run) {
        String sku = asked.ledger.goods.lines[run.line].sku();
        return part.skus().isEmpty()
                ? sets.parts().stream().noneMatch(other -> other.skus().contains(sku))
                : part.skus().contains(sku);
    }

    /** Two parts that draw on the same units get them in turn, in proportion to what each needs. */
    private static List<List<Run>> shareOut(Reward.Sets sets, List<List<Run>> parts) {
        List<List<Run>> own = new ArrayList<>();
        for (int p = 0; p < parts.size(); p++) {
            Part part = sets.parts().get(p);
            long before = 0;
            long together = 0;
            for (int q = 0; q < parts.size(); q++) {
                if (sets.parts().get(q).skus().equals(part.skus())) {
                    before += q < p ? sets.parts().get(q).count() : 0;
                    together += sets.parts().get(q).count();
                }
            }
            own.add(together == part.count() ? parts.get(p) : slices(parts.get(p), together, before, part.count()));
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

    private static long times(Reward.Sets sets, List<List<Run>> parts) {
        long times = Long.MAX_VALUE;
        for (int p = 0; p < parts.size(); p++) {
            times = Math.min(times, Units.count(parts.get(p)) / sets.parts().get(p).count());
        }
        return times;
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
