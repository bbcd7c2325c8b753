package dev.plaindeal.price;

import dev.plaindeal.model.Which;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

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

        Run(int line, long price, int count) {
            this.line = line;
            this.price = price;
            this.count = count;
        }
    }

    private Units() {}

    /** The free units of the lines chosen at their running price, in the order asked; ties in basket order. */
    static List<Run> sorted(Asked asked, IntPredicate chosen, Which first) {
        Ledger ledger = asked.ledger;
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < ledger.lines.length; i++) {
            int units = Math.min(ledger.free(i), asked.unitsOf(i));
            if (chosen.test(i) && units > 0) {
                addRuns(runs, i, ledger.priceOfFree(i, units), units);
            }
        }
        Comparator<Run> byPrice = Comparator.comparingLong(run -> run.price);
        if (first != Which.FIRST) {
            runs.sort(first == Which.CHEAPEST ? byPrice : byPrice.reversed());
        }
        return runs;
    }

    private static void addRuns(List<Run> runs, int line, long price, int units) {
        long each = price / units;
        int dearer = (int) (price % units);
        if (units > dearer) {
            runs.add(new Run(line, each, units - dearer));
        }
        if (dearer > 0) {
            runs.add(new Run(line, each + 1, dearer));
        }
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
            taken.add(new Run(run.line, run.price, count));
            left -= count;
        }
        return taken;
    }

    /** Runs of units at each n-th place, counted through all runs, at most so many. */
    static List<Run> everyNth(List<Run> runs, int n, long most) {
        List<Run> taken = new ArrayList<>();
        long seen = 0;
        long left = most;
        for (Run run : runs) {
            long hits = Math.min(left, (seen + run.count) / n - seen / n);
            if (hits > 0) {
                taken.add(new Run(run.line, run.price, (int) hits));
                left -= hits;
            }
            seen += run.count;
        }
        return taken;
    }
}
