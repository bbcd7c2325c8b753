package dev.plaindeal.price;

import dev.plaindeal.model.Benefit;
import dev.plaindeal.model.Reward;
import dev.plaindeal.model.Scope;
import dev.plaindeal.model.Which;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Units.Run;
import java.util.List;
import java.util.Optional;

/**
 * Deals on single units: sets, n-th item, buy-x-get-y, the cheapest item.
 *
 * <p>A unit that took part in one deal of a layer takes part in no other deal of that layer: what triggers one promotion
 * is never given away by the next.
 */
final class Deals {

    private Deals() {}

    /** What the deal takes, or empty when the basket has too few units for it. */
    static Optional<Take> take(Asked asked, Reward reward) {
        if (reward instanceof Reward.Sets sets) {
            return SetDeals.take(asked, sets);
        }
        if (reward instanceof Reward.Nth nth) {
            return nth(asked, nth);
        }
        return reward instanceof Reward.BuyGet deal ? buyGet(asked, deal) : single(asked, (Reward.Single) reward);
    }

    /** What a deal without enough units lacks. */
    static Missed missing(Asked asked, Reward reward) {
        long have = Units.count(free(asked, Which.DEAREST));
        if (reward instanceof Reward.Sets sets) {
            return SetDeals.missing(asked, sets);
        }
        if (reward instanceof Reward.Nth nth) {
            return new Missed(Measure.ITEMS, nth.n(), have);
        }
        return reward instanceof Reward.BuyGet deal
                ? missingOf(asked, deal)
                : new Missed(Measure.ITEMS, ((Reward.Single) reward).units(), have);
    }

    /** The least that has to be added: units of the kind that lacks, or of either where some would count for both. */
    private static Missed missingOf(Asked asked, Reward.BuyGet deal) {
        long bought = Units.count(named(asked, deal.buying(), Which.DEAREST));
        long gettable = Units.count(named(asked, deal.getting(), Which.DEAREST));
        long either = Units.count(Units.sorted(
                asked,
                i -> asked.inScope[i] && (named(asked, deal.buying(), i) || named(asked, deal.getting(), i)),
                Which.DEAREST));
        long buyGap = Math.max(0, deal.buy() - bought);
        long getGap = Math.max(0, deal.get() - gettable);
        long both = (long) deal.buy() + deal.get();
        long gap = Math.max(buyGap + getGap, both - either);
        if (gap == buyGap) {
            return new Missed(Measure.ITEMS, deal.buy(), bought);
        }
        return gap == getGap
                ? new Missed(Measure.ITEMS, deal.get(), gettable)
                : new Missed(Measure.ITEMS, both, both - gap);
    }

    static List<Run> free(Asked asked, Which first) {
        return Units.sorted(asked, i -> asked.inScope[i], first);
    }

    private static List<Run> named(Asked asked, Scope.Names names, Which first) {
        return Units.sorted(asked, i -> asked.inScope[i] && named(asked, names, i), first);
    }

    private static boolean named(Asked asked, Scope.Names names, int line) {
        return names.isEmpty() || names.namesAny(asked.ledger.goods.lines[line]);
    }

    private static Optional<Take> nth(Asked asked, Reward.Nth nth) {
        List<Run> units = free(asked, counted(asked.terms.which()));
        long groups = Math.min(Units.count(units) / nth.n(), nth.most().orElse(Integer.MAX_VALUE));
        if (groups == 0) {
            return Optional.empty();
        }
        List<Run> counted = Units.first(units, groups * nth.n());
        return Optional.of(on(asked, Units.everyNth(counted, nth.n(), groups), nth.benefit(), counted));
    }

    /** The last of each n gets the benefit, so counting from the dearest gives it to the cheapest. */
    private static Which counted(Which gets) {
        return switch (gets) {
            case CHEAPEST -> Which.DEAREST;
            case DEAREST -> Which.CHEAPEST;
            case FIRST -> Which.FIRST;
        };
    }

    private static Optional<Take> single(Asked asked, Reward.Single single) {
        List<Run> units = Units.first(free(asked, asked.terms.which()), single.units());
        return units.isEmpty() ? Optional.empty() : Optional.of(on(asked, units, single.benefit(), units));
    }

    private static Optional<Take> buyGet(Asked asked, Reward.BuyGet deal) {
        BuyGets chosen = new BuyGets(
                named(asked, deal.getting(), asked.terms.which()),
                free(asked, Which.DEAREST),
                line -> named(asked, deal.buying(), line),
                line -> named(asked, deal.getting(), line));
        long times = Math.min(chosen.times(deal.buy(), deal.get()), deal.most().orElse(Integer.MAX_VALUE));
        if (times == 0) {
            return Optional.empty();
        }
        List<Run> got = chosen.got(times * deal.buy(), times * deal.get());
        List<Run> used = new java.util.ArrayList<>(got);
        used.addAll(chosen.bought(times * deal.buy(), got));
        return Optional.of(on(asked, got, deal.benefit(), used));
    }

    /** The benefit on each of these units; the deal uses up the units counted. */
    static Take on(Asked asked, List<Run> units, Benefit benefit, List<Run> counted) {
        int lines = asked.inScope.length;
        long[] shares = new long[lines];
        long[] weights = new long[lines];
        long total = 0;
        for (Run run : units) {
            weights[run.line] += run.price * run.count;
            total += run.price * run.count;
            shares[run.line] += run.count * Offs.off(asked, benefit, run.price);
        }
        int[] used = used(lines, counted);
        if (benefit instanceof Benefit.PercentOff off && asked.conventions.grain() != dev.plaindeal.model.Conventions.Grain.UNIT) {
            return percent(asked, off, weights, total, used);
        }
        return Take.fixed(shares, used);
    }

    /** Only the units got bear it, so what a floor cuts off is given up rather than moved. */
    private static Take percent(Asked asked, Benefit.PercentOff off, long[] weights, long total, int[] used) {
        long discount = asked.percentOf(off.percent(), total);
        return Take.fixed(Allocator.share(discount, weights, asked.conventions.spare()), used);
    }

    static int[] used(int lines, List<Run> counted) {
        int[] used = new int[lines];
        for (Run run : counted) {
            used[run.line] += run.count;
        }
        return used;
    }
}
