package dev.plaindeal.price;

import dev.plaindeal.price.Units.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Which units are bought and which are got, where a unit may be fit for both and is never counted twice.
 *
 * <p>With b units fit to be bought, g fit to be got and u fit for either or both, k times buy x get y is possible exactly
 * when kx &lt;= b, ky &lt;= g and k(x+y) &lt;= u (Hall's condition for two kinds of seats).
 */
final class BuyGets {

    private final List<Run> gettable;
    private final List<Run> all;
    private final IntPredicate buys;
    private final IntPredicate gets;

    /** {@code gettable} in the order units are given away, {@code all} units of the scope dearest first, one run for each price. */
    BuyGets(List<Run> gettable, List<Run> all, IntPredicate buys, IntPredicate gets) {
        this.gettable = gettable;
        this.all = all;
        this.buys = buys;
        this.gets = gets;
    }

    long times(int buy, int get) {
        long bought = 0;
        long either = 0;
        for (Run run : all) {
            bought += buys.test(run.line) ? run.count : 0;
            either += buys.test(run.line) || gets.test(run.line) ? run.count : 0;
        }
        return Math.min(Math.min(bought / buy, Units.count(gettable) / get), either / ((long) buy + get));
    }

    /** The units given away: in their order, but never so many that too few are left to be bought. */
    List<Run> got(long toBuy, long toGet) {
        long spare = all.stream().filter(run -> buys.test(run.line)).mapToLong(run -> run.count).sum() - toBuy;
        List<Run> got = new ArrayList<>();
        long left = toGet;
        for (Run run : gettable) {
            long count = Math.min(left, buys.test(run.line) ? Math.min(spare, run.count) : run.count);
            if (count > 0) {
                got.add(run.of((int) count));
                left -= count;
                spare -= buys.test(run.line) ? count : 0;
            }
        }
        return got;
    }

    /** The units bought: the dearest that are not got. */
    List<Run> bought(long toBuy, List<Run> got) {
        Map<Integer, List<Run>> gotByLine = new HashMap<>();
        got.forEach(run -> gotByLine.computeIfAbsent(run.line, line -> new ArrayList<>(1)).add(run));
        List<Run> bought = new ArrayList<>();
        long left = toBuy;
        for (Run run : all) {
            if (buys.test(run.line) && left > 0) {
                long free = run.count - gotOf(gotByLine.getOrDefault(run.line, List.of()), run);
                int count = (int) Math.min(left, free);
                bought.add(run.of(count));
                left -= count;
            }
        }
        return bought;
    }

    private static long gotOf(List<Run> ofLine, Run of) {
        long count = 0;
        for (Run run : ofLine) {
            count += run.price == of.price ? run.count : 0;
        }
        return count;
    }
}
