package dev.plaindeal.price;

import dev.plaindeal.offer.UnitOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToLongFunction;

/**
 * Single units of lines, kept as runs of equal price so that a million units cost no more than one.
 *
 * <p>A line whose running price does not divide by its quantity has two runs, one minor unit apart; together they are
 * exactly the line.
 */
final class Units {

    /** Units of one line at one price. */
    static final class Run {
        final int line;
        final long price;
        final int count;
        /** Whether these are the dearer units of a line whose price does not divide. */
        final boolean dearer;
        /** What a deal can take off each of them at most, where units of one price have to be told apart. */
        final long worth;
        /** How many of the line's units at this price stand in runs before this one: their base prices are not counted again. */
        final int before;

        private Run(int line, long price, int count, boolean dearer, long worth, int before) {
            this.line = line;
            this.price = price;
            this.count = count;
            this.dearer = dearer;
            this.worth = worth;
            this.before = before;
        }

        Run of(int other) {
            return new Run(line, price, other, dearer, worth, before);
        }

        /** So many of its units behind so many others of it. */
        private Run slice(int behind, int units) {
            return new Run(line, price, units, dearer, worth, before + behind);
        }

        /** Units of it that stand behind so many others, each worth so much. */
        private Run part(int behind, int units, long each) {
            return new Run(line, price, units, dearer, each, behind);
        }
    }

    private Units() {}

    /** The free units of the lines chosen at their running price, in the order asked; of one price as they come. */
    static List<Run> sorted(PricingContext asked, IntPredicate chosen, UnitOrder first) {
        List<Run> runs = runs(asked, chosen);
        sort(asked, runs, first);
        return runs;
    }

    /**
     * The same with units of one price that can save more before those that can save less, as a minimum price lets them: a
     * tie never costs the buyer.
     *
     * @param off what the deal takes off one unit of a run, before any floor
     */
    static List<Run> sorted(PricingContext asked, IntPredicate chosen, UnitOrder first, ToLongFunction<Run> off) {
        List<Run> runs = runs(asked, chosen);
        List<Run> told = first == UnitOrder.FIRST ? runs : byWorth(asked, runs, first, off);
        sort(asked, told, first);
        return told;
    }

    private static List<Run> runs(PricingContext asked, IntPredicate chosen) {
        Ledger ledger = asked.ledger;
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < ledger.lines.length; i++) {
            int units = Math.min(ledger.free(i), asked.unitsOf(i));
            if (chosen.test(i) && units > 0) {
                addRuns(runs, i, ledger.priceOfFree(i, units), units);
            }
        }
        return runs;
    }

    private static void addRuns(List<Run> runs, int line, long price, int units) {
        long each = price / units;
        int dearer = (int) (price % units);
        runs.add(new Run(line, each, units - dearer, false, 0, 0));
        if (dearer > 0) {
            runs.add(new Run(line, each + 1, dearer, true, 0, 0));
        }
    }

    /** Of the two prices of a line the one that comes first has the first claim on what its floor lets go. */
    private static List<Run> byWorth(PricingContext asked, List<Run> runs, UnitOrder first, ToLongFunction<Run> off) {
        List<Run> told = new ArrayList<>(runs.size());
        long[] room = LineMinimum.room(asked);
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(first == UnitOrder.CHEAPEST ? i : runs.size() - 1 - i);
            addByWorth(told, run, Math.min(run.price, off.applyAsLong(run)), room);
        }
        return told;
    }

    /** As many units as the line's floor lets go for all of it, one that goes for what is left, and the rest for nothing. */
    private static void addByWorth(List<Run> told, Run run, long off, long[] room) {
        long left = room[run.line];
        int whole = off == 0 ? run.count : (int) Math.min(run.count, left / off);
        room[run.line] -= whole * off;
        if (whole > 0) {
            told.add(run.part(0, whole, off));
        }
        if (whole < run.count && room[run.line] > 0) {
            told.add(run.part(whole, 1, room[run.line]));
            room[run.line] = 0;
            whole++;
        }
        if (whole < run.count) {
            told.add(run.part(whole, run.count - whole, 0));
        }
    }

    /** Basket order is kept only where the rule asks for it. */
    private static void sort(PricingContext asked, List<Run> runs, UnitOrder first) {
        if (first == UnitOrder.FIRST || runs.size() < 2) {
            return;
        }
        runs.sort((one, other) -> {
            int order = Long.compare(one.price, other.price);
            order = first == UnitOrder.CHEAPEST ? order : -order;
            order = order != 0 ? order : Long.compare(other.worth, one.worth);
            return order != 0 ? order : turn(asked, one, other);
        });
    }

    private static int turn(PricingContext asked, Run one, Run other) {
        return one.line == other.line ? 0 : Integer.compare(asked.turn(one.line), asked.turn(other.line));
    }

    static long count(List<Run> runs) {
        long count = 0;
        for (Run run : runs) {
            count += run.count;
        }
        return count;
    }

    /** The first units of the runs, as many as asked. */
    static List<Run> first(List<Run> runs, long wanted) {
        List<Run> taken = new ArrayList<>();
        long left = wanted;
        for (Run run : runs) {
            if (left == 0) {
                break;
            }
            int count = (int) Math.min(left, run.count);
            taken.add(run.of(count));
            left -= count;
        }
        return taken;
    }

    /** So many units of the runs behind so many others. */
    static List<Run> slice(List<Run> runs, long behind, long wanted) {
        List<Run> taken = new ArrayList<>();
        long seen = 0;
        for (Run run : runs) {
            long from = Math.max(behind, seen);
            long to = Math.min(behind + wanted, seen + run.count);
            if (to > from) {
                taken.add(run.slice((int) (from - seen), (int) (to - from)));
            }
            seen += run.count;
        }
        return taken;
    }

    /**
     * The units at each n-th place, counted through all runs. Units of one price stand side by side in any order, so of these
     * the ones that can save most take the places; in basket order every place is its own.
     */
    static List<Run> everyNth(List<Run> runs, int n, UnitOrder first) {
        List<Run> taken = new ArrayList<>();
        long seen = 0;
        int from = 0;
        while (from < runs.size()) {
            int to = first == UnitOrder.FIRST ? from + 1 : endOfPrice(runs, from);
            List<Run> alike = runs.subList(from, to);
            long count = count(alike);
            taken.addAll(first(alike, (seen + count) / n - seen / n));
            seen += count;
            from = to;
        }
        return taken;
    }

    static int endOfPrice(List<Run> runs, int from) {
        int to = from;
        while (to < runs.size() && runs.get(to).price == runs.get(from).price) {
            to++;
        }
        return to;
    }
}
