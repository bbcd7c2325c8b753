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
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;

/**
 * Deals on single units: sets, n-th item, buy-x-get-y, the cheapest item.
 *
 * <p>A unit that took part in one deal of a layer takes part in no other deal of that layer: what triggers one promotion
 * is never given away by the next.
 */
final class Deals {

    private Deals() {}

    /** What the deal on the next n-th unit lacks, where some units for it are there already. */
    static Optional<Missed> ahead(PricingContext asked, Reward.Nth nth) {
        long have = Units.count(free(asked, UnitOrder.DEAREST));
        long next = have / nth.n() + 1;
        return begun(new Missed(Measure.ITEMS, Ledger.product(next, nth.n()), have), nth.n(), next, nth.most());
    }

    /** What the deal lacks to be given once more, where some units for that are there already. */
    static Optional<Missed> ahead(PricingContext asked, Reward.BuyGet deal) {
        long next = buyGets(asked, deal).times(deal.buy(), deal.get()) + 1;
        return begun(missingOf(asked, deal, next), (long) deal.buy() + deal.get(), next, deal.most());
    }

    /** Only what is begun and may be given so often is told. */
    static Optional<Missed> begun(Missed missed, long size, long next, OptionalInt most) {
        boolean isBegun = missed.needed() - missed.have() < size;
        return isBegun && next <= most(most) ? Optional.of(missed) : Optional.empty();
    }

    /** The least that has to be added: units of the kind that lacks, or of either where some would count for both. */
    private static Missed missingOf(PricingContext asked, Reward.BuyGet deal, long times) {
        long bought = Units.count(named(asked, deal.buying(), UnitOrder.DEAREST));
        long gettable = Units.count(named(asked, deal.getting(), UnitOrder.DEAREST));
        long either = Units.count(Units.sorted(
                asked,
                i -> asked.inScope[i] && (named(asked, deal.buying(), i) || named(asked, deal.getting(), i)),
                UnitOrder.DEAREST));
        long toBuy = Ledger.product(times, deal.buy());
        long toGet = Ledger.product(times, deal.get());
        long buyGap = Math.max(0, toBuy - bought);
        long getGap = Math.max(0, toGet - gettable);
        long both = toBuy + toGet;
        long gap = Math.max(buyGap + getGap, both - either);
        if (gap == buyGap) {
            return new Missed(Measure.ITEMS, toBuy, bought);
        }
        return gap == getGap
                ? new Missed(Measure.ITEMS, toGet, gettable)
                : new Missed(Measure.ITEMS, both, both - gap);
    }

    static List<Run> free(PricingContext asked, UnitOrder first) {
        return Units.sorted(asked, i -> asked.inScope[i], first);
    }

    static List<Run> free(PricingContext asked, UnitOrder first, ToLongFunction<Run> off) {
        return Units.sorted(asked, i -> asked.inScope[i], first, off);
    }

    /** How often at most, where the rule says so. */
    static long most(OptionalInt told) {
        return told.isPresent() ? told.getAsInt() : Long.MAX_VALUE;
    }

    private static List<Run> named(PricingContext asked, Scope.Names names, UnitOrder first) {
        return Units.sorted(asked, i -> asked.inScope[i] && named(asked, names, i), first);
    }

    private static boolean named(PricingContext asked, Scope.Names names, int line) {
        return names.isEmpty() || names.namesAny(asked.ledger.goods.lines[line]);
    }

    static Proposal nth(PricingContext asked, Reward.Nth nth) {
        UnitOrder first = counted(asked.terms.which());
        List<Run> units = free(asked, first, off(asked, nth.benefit()));
        long groups = Math.min(Units.count(units) / nth.n(), most(nth.most()));
        if (groups == 0) {
            return Proposal.lacks(new Missed(Measure.ITEMS, nth.n(), Units.count(units)));
        }
        List<Run> counted = Units.first(units, groups * nth.n());
        return Proposal.of(on(asked, Units.everyNth(counted, nth.n(), first), nth.benefit(), counted));
    }

    /** The last of each n gets the benefit, so counting from the dearest gives it to the cheapest. */
    static UnitOrder counted(UnitOrder gets) {
        return switch (gets) {
            case CHEAPEST -> UnitOrder.DEAREST;
            case DEAREST -> UnitOrder.CHEAPEST;
            case FIRST -> UnitOrder.FIRST;
        };
    }

    static Proposal single(PricingContext asked, Reward.Single single) {
        List<Run> units = Units.first(
                free(asked, asked.terms.which(), off(asked, single.benefit())), single.units());
        return units.isEmpty()
                ? Proposal.lacks(new Missed(Measure.ITEMS, single.units(), 0))
                : Proposal.of(on(asked, units, single.benefit(), units));
    }

    static Proposal buyGet(PricingContext asked, Reward.BuyGet deal) {
        BuyGets chosen = buyGets(asked, deal);
        long times = Math.min(chosen.times(deal.buy(), deal.get()), most(deal.most()));
        if (times == 0) {
            return Proposal.lacks(missingOf(asked, deal, 1));
        }
        List<Run> got = chosen.got(times * deal.buy(), times * deal.get());
        List<Run> used = new ArrayList<>(got);
        used.addAll(chosen.bought(times * deal.buy(), got));
        return Proposal.of(on(asked, got, deal.benefit(), used));
    }

    private static BuyGets buyGets(PricingContext asked, Reward.BuyGet deal) {
        return new BuyGets(
                Units.sorted(
                        asked,
                        i -> asked.inScope[i] && named(asked, deal.getting(), i),
                        asked.terms.which(),
                        off(asked, deal.benefit())),
                free(asked, UnitOrder.DEAREST),
                line -> named(asked, deal.buying(), line),
                line -> named(asked, deal.getting(), line));
    }

    /** The benefit on each of these units; the deal uses up the units counted. Only a percentage is rounded over more than a unit. */
    static Discount on(PricingContext asked, List<Run> units, Benefit benefit, List<Run> counted) {
        int[] used = used(asked.inScope.length, counted);
        if (benefit instanceof Benefit.PercentOff off) {
            return percent(asked, off, units, used);
        }
        ToLongFunction<Run> off = off(asked, benefit);
        return Discount.fixed(byLine(asked, units, run -> run.count * off.applyAsLong(run)), used);
    }

    /** What a benefit takes off one unit of a run, before any floor. Only a percentage may be one of another price. */
    static ToLongFunction<Run> off(PricingContext asked, Benefit benefit) {
        if (benefit instanceof Benefit.PercentOff off) {
            return run -> asked.percentOf(off.percent(), asked.base(run) / run.count);
        }
        LongUnaryOperator off = ScopeDiscounts.off(asked, benefit);
        return run -> off.applyAsLong(run.price);
    }

    /** What the best of these benefits takes off one unit of a run, before any floor. */
    static ToLongFunction<Run> largest(PricingContext asked, List<Benefit> benefits) {
        List<ToLongFunction<Run>> all = benefits.stream().map(benefit -> off(asked, benefit)).toList();
        return run -> all.stream().mapToLong(off -> off.applyAsLong(run)).max().orElse(0);
    }

    /** Adds the shares of a deal on units to those of others. */
    static void add(long[] shares, Discount more) {
        for (int i = 0; i < shares.length; i++) {
            shares[i] += more.shares()[i];
        }
    }

    /**
     * A percentage of what these units cost where the rule takes it from, rounded over the grain it says. Only the units got
     * bear it, and no more than they cost now: what a floor cuts off is given up rather than moved.
     */
    private static Discount percent(PricingContext asked, Benefit.PercentOff off, List<Run> units, int[] used) {
        long[] bases = byLine(asked, units, asked::base);
        long[] shares = switch (asked.conventions.grain()) {
            case SCOPE -> Allocator.share(
                    asked.percentOf(off.percent(), Ledger.sum(bases)), bases, asked.conventions.spare(), asked.ledger.goods.turn);
            case LINE -> eachLine(asked, off, bases);
            case UNIT -> byLine(asked, units, run -> asked.ofEachUnit(run, price -> asked.percentOf(off.percent(), price)));
        };
        return Discount.fixed(LineMinimum.cut(shares, byLine(asked, units, run -> run.count * run.price)), used);
    }

    private static long[] eachLine(PricingContext asked, Benefit.PercentOff off, long[] bases) {
        long[] shares = new long[bases.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = asked.percentOf(off.percent(), bases[i]);
        }
        return shares;
    }

    private static long[] byLine(PricingContext asked, List<Run> units, ToLongFunction<Run> each) {
        long[] sums = new long[asked.inScope.length];
        for (Run run : units) {
            sums[run.line] += each.applyAsLong(run);
        }
        return sums;
    }

    static int[] used(int lines, List<Run> counted) {
        int[] used = new int[lines];
        for (Run run : counted) {
            used[run.line] += run.count;
        }
        return used;
    }
}
