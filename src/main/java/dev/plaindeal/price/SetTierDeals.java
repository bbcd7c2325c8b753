package dev.plaindeal.price;

import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.UnitOrder;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Units.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;

/**
 * Sets of several sizes: the first units in the order asked make as many of the largest set as they can, what is left the
 * next smaller ones; units that make no set cost what they cost.
 */
final class SetTierDeals {

    private SetTierDeals() {}

    /** So many sets of one size, and their units. */
    private record Made(Reward.At tier, long times, List<Run> units) {}

    static Proposal take(PricingContext asked, Reward.SetTiers sets) {
        List<Run> runs = Deals.free(asked, asked.terms.which(), off(asked, sets));
        List<Made> made = made(sets, runs);
        if (made.isEmpty()) {
            return Proposal.lacks(new Missed(Measure.ITEMS, sets.tiers().get(0).number(), Units.count(runs)));
        }
        List<Run> used = made.stream().flatMap(one -> one.units().stream()).toList();
        return Proposal.of(isPercent(sets) ? percentages(asked, made, used) : money(asked, made, used));
    }

    /** The nearest size that the units beyond the last of the largest sets could still come to. */
    static Optional<Missed> ahead(PricingContext asked, Reward.SetTiers sets) {
        long have = Units.count(Deals.free(asked, UnitOrder.DEAREST));
        long largest = have / sets.size();
        long rest = have % sets.size();
        if (rest == 0 || largest >= Deals.most(sets.most())) {
            return Optional.empty();
        }
        return sets.tiers().stream()
                .filter(tier -> tier.number() > rest)
                .findFirst()
                .map(next -> new Missed(Measure.ITEMS, have - rest + next.number(), have));
    }

    private static boolean isPercent(Reward.SetTiers sets) {
        return sets.tiers().get(0).benefit().isPercent();
    }

    private static ToLongFunction<Run> off(PricingContext asked, Reward.SetTiers sets) {
        return isPercent(sets) ? Deals.largest(asked, sets.benefits()) : run -> run.price;
    }

    private static List<Made> made(Reward.SetTiers sets, List<Run> runs) {
        List<Made> made = new ArrayList<>();
        long have = Units.count(runs);
        long seen = 0;
        long open = Deals.most(sets.most());
        for (int i = sets.tiers().size() - 1; i >= 0; i--) {
            Reward.At tier = sets.tiers().get(i);
            long times = Math.min(open, (have - seen) / tier.number());
            if (times > 0) {
                made.add(new Made(tier, times, Units.slice(runs, seen, times * tier.number())));
                seen += times * tier.number();
                open -= times;
            }
        }
        return made;
    }

    /** Rounded once for each size. */
    private static Discount percentages(PricingContext asked, List<Made> made, List<Run> used) {
        long[] shares = new long[asked.inScope.length];
        for (Made one : made) {
            Deals.add(shares, Deals.on(asked, one.units(), one.tier().benefit(), one.units()));
        }
        return Discount.fixed(shares, Deals.used(shares.length, used));
    }

    private static Discount money(PricingContext asked, List<Made> made, List<Run> used) {
        long total = 0;
        for (Made one : made) {
            Benefit benefit = one.tier().benefit();
            Reward.Part part = new Reward.Part(one.tier().number(), Scope.Names.NONE);
            Reward.Sets alike = new Reward.Sets(List.of(part), benefit, Reward.Per.SCOPE, OptionalInt.empty());
            total += new SetSums(alike, List.of(one.units())).total(ScopeDiscounts.off(asked, benefit), one.times());
        }
        long[] weights = new long[asked.inScope.length];
        for (Run run : used) {
            weights[run.line] += run.price * run.count;
        }
        return Discount.shared(total, weights, Deals.used(weights.length, used));
    }
}
