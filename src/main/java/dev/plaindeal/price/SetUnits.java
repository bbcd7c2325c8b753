package dev.plaindeal.price;

import dev.plaindeal.basket.Line;
import dev.plaindeal.offer.Reward.Part;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.price.Units.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The units that the parts of a set can draw on. Parts of the same names draw on them together; a part that takes anything
 * gets what no other part names.
 *
 * <p>A line of several categories may fit several parts. Then there are as many sets as can be, and of the units in the order
 * asked each goes to the first part it fits, unless that would leave fewer sets.
 */
final class SetUnits {

    private final List<Run> runs;
    private final List<Scope.Names> names = new ArrayList<>();
    private final long[] size;
    /** Of each run the place of its kind. */
    private final int[] kind;
    private final boolean[][] fits;

    /**
     * Sorts units by the parts they fit.
     *
     * @param runs all units of the offer, in the order asked
     */
    SetUnits(PricingContext asked, Reward.Sets sets, List<Run> runs) {
        this.runs = runs;
        sets.parts().stream().map(Part::names).distinct().forEach(names::add);
        this.size = new long[names.size()];
        sets.parts().forEach(part -> size[names.indexOf(part.names())] += part.count());
        this.kind = new int[runs.size()];
        Map<BitSet, Integer> kinds = new LinkedHashMap<>();
        for (int i = 0; i < kind.length; i++) {
            boolean same = i > 0 && runs.get(i).line == runs.get(i - 1).line;
            kind[i] = same ? kind[i - 1] : kind(kinds, fits(asked.ledger.goods.lines[runs.get(i).line]));
        }
        this.fits = new boolean[kinds.size()][size.length];
        kinds.forEach((own, place) -> own.stream().forEach(part -> fits[place][part] = true));
    }

    private static int kind(Map<BitSet, Integer> kinds, BitSet fits) {
        Integer known = kinds.putIfAbsent(fits, kinds.size());
        return known == null ? kinds.size() - 1 : known;
    }

    /** The parts a line fits: those that name it, or else those that take anything. */
    private BitSet fits(Line line) {
        BitSet fits = new BitSet(size.length);
        for (int part = 0; part < size.length; part++) {
            fits.set(part, names.get(part).namesAny(line));
        }
        for (int part = 0; part < size.length && fits.isEmpty(); part++) {
            fits.set(part, names.get(part).isEmpty());
        }
        return fits;
    }

    private long[] demand(long times) {
        return Arrays.stream(size).map(units -> Ledger.product(times, units)).toArray();
    }

    private long[] units() {
        long[] units = new long[fits.length];
        for (int i = 0; i < kind.length; i++) {
            units[kind[i]] += runs.get(i).count;
        }
        return units;
    }

    /** How many of the units that so many sets ask for are there. */
    long have(long times) {
        return new PartShares(fits, units()).fill(demand(times));
    }

    /** How many sets are complete. */
    long times() {
        long few = 0;
        long many = most();
        boolean all = fillsSets(many);
        while (!all && few < many) {
            long half = few + (many - few + 1) / 2;
            if (fillsSets(half)) {
                few = half;
            } else {
                many = half - 1;
            }
        }
        return all ? many : few;
    }

    private boolean fillsSets(long times) {
        return new PartShares(fits, units()).fills(demand(times));
    }

    /** No more than each part could have if all units it fits were its own. */
    private long most() {
        long most = Long.MAX_VALUE;
        long[] units = units();
        for (int part = 0; part < size.length; part++) {
            long own = 0;
            for (int k = 0; k < units.length; k++) {
                own += fits[k][part] ? units[k] : 0;
            }
            most = Math.min(most, own / size[part]);
        }
        return most;
    }

    /** The units of so many complete sets, by names, in the order asked. */
    Map<Scope.Names, List<Run>> taken(long times) {
        long[] demand = demand(times);
        long[] units = units();
        Map<Scope.Names, List<Run>> taken = new LinkedHashMap<>();
        names.forEach(one -> taken.put(one, new ArrayList<>()));
        for (int i = 0; i < kind.length; i++) {
            Run run = runs.get(i);
            long rest = run.count;
            for (int part = 0; part < size.length && rest > 0; part++) {
                long given = fits[kind[i]][part] ? given(kind[i], part, Math.min(rest, demand[part]), units, demand) : 0;
                if (given > 0) {
                    taken.get(names.get(part)).add(run.of((int) given));
                    units[kind[i]] -= given;
                    demand[part] -= given;
                    rest -= given;
                }
            }
            units[kind[i]] -= rest;
        }
        return taken;
    }

    /** The most of these units that can go to the part while the rest still fills what is demanded. */
    private long given(int of, int part, long wanted, long[] units, long[] demand) {
        if (isAlone(of, part) || leavesEnough(of, part, wanted, units, demand)) {
            return wanted;
        }
        long few = 0;
        long many = wanted - 1;
        while (few < many) {
            long half = few + (many - few + 1) / 2;
            if (leavesEnough(of, part, half, units, demand)) {
                few = half;
            } else {
                many = half - 1;
            }
        }
        return few;
    }

    /** Whether nothing else fits the part, and it nothing else. */
    private boolean isAlone(int of, int part) {
        for (int k = 0; k < fits.length; k++) {
            if (k != of && fits[k][part]) {
                return false;
            }
        }
        for (int other = 0; other < size.length; other++) {
            if (other != part && fits[of][other]) {
                return false;
            }
        }
        return true;
    }

    private boolean leavesEnough(int of, int part, long given, long[] units, long[] demand) {
        long[] others = units.clone();
        long[] open = demand.clone();
        others[of] -= given;
        open[part] -= given;
        return new PartShares(fits, others).fills(open);
    }
}
