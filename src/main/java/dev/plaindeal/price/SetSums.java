package dev.plaindeal.price;

import dev.plaindeal.offer.Reward;
import dev.plaindeal.price.Units.Run;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Walks over complete sets and adds up what each gets. Sets made wholly of the same runs are counted at once, so the
 * walk is as long as the runs are many, not as the units are.
 */
final class SetSums {

    private final Reward.Sets sets;
    private final List<List<Run>> parts;
    private final int[] run;
    private final int[] offset;

    SetSums(Reward.Sets sets, List<List<Run>> parts) {
        this.sets = sets;
        this.parts = parts;
        this.run = new int[parts.size()];
        this.offset = new int[parts.size()];
    }

    /** Sum over {@code times} sets of what {@code off} takes from the price of a set. */
    long total(LongUnaryOperator off, long times) {
        long total = 0;
        long left = times;
        while (left > 0) {
            long same = Math.min(left, alike());
            long count = Math.max(1, same);
            long price = 0;
            for (int p = 0; p < parts.size(); p++) {
                price += same > 0 ? skip(p, count) : walk(p);
            }
            total += count * off.applyAsLong(price);
            left -= count;
        }
        return total;
    }

    /** How many sets in a row take every part from its current run alone. */
    private long alike() {
        long least = Long.MAX_VALUE;
        for (int p = 0; p < parts.size(); p++) {
            Run current = parts.get(p).get(run[p]);
            least = Math.min(least, (current.count - offset[p]) / sets.parts().get(p).count());
        }
        return least;
    }

    /** Passes over whole sets inside one run; returns this part's price in one of them. */
    private long skip(int p, long count) {
        int size = sets.parts().get(p).count();
        Run current = parts.get(p).get(run[p]);
        advance(p, (int) (count * size));
        return current.price * size;
    }

    /** Passes over one set unit by unit across runs; returns this part's price in it. */
    private long walk(int p) {
        long price = 0;
        int left = sets.parts().get(p).count();
        while (left > 0) {
            Run current = parts.get(p).get(run[p]);
            int taken = Math.min(left, current.count - offset[p]);
            price += taken * current.price;
            left -= taken;
            advance(p, taken);
        }
        return price;
    }

    private void advance(int p, int units) {
        offset[p] += units;
        boolean last = run[p] == parts.get(p).size() - 1;
        if (!last && offset[p] == parts.get(p).get(run[p]).count) {
            run[p]++;
            offset[p] = 0;
        }
    }
}
