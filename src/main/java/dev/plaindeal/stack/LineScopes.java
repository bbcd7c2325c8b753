package dev.plaindeal.stack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of lines of which somebody asks what is left to pay for them, each once and by a number.
 *
 * <p>For one search by one thread.
 */
final class LineScopes {

    private final long[] list;
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> scopes = new ArrayList<>();
    private final Map<Long, Boolean> within = new HashMap<>();

    /**
     * None yet.
     *
     * @param list what each line costs before any promotion, minor units
     */
    LineScopes(long[] list) {
        this.list = list;
    }

    /** The number of this set of lines. */
    int number(BitSet lines) {
        Integer known = numbers.putIfAbsent(lines, scopes.size());
        if (known != null) {
            return known;
        }
        scopes.add(lines);
        return scopes.size() - 1;
    }

    int count() {
        return scopes.size();
    }

    int lines(int scope) {
        return scopes.get(scope).cardinality();
    }

    /** Whether every line of the one is a line of the other. */
    boolean isWithin(int one, int other) {
        return one == other || within.computeIfAbsent((long) one << Integer.SIZE | other, both -> {
            BitSet rest = (BitSet) scopes.get(one).clone();
            rest.andNot(scopes.get(other));
            return rest.isEmpty();
        });
    }

    /** What each scope costs before any promotion. */
    long[] atList() {
        return sums(list);
    }

    /** What has come off each scope where lines cost so much. */
    long[] off(long[] prices) {
        long[] off = new long[list.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = list[i] - prices[i];
        }
        return sums(off);
    }

    /** What is left to pay for each scope where lines cost so much. */
    long[] of(long[] prices) {
        return sums(prices);
    }

    private long[] sums(long[] byLine) {
        long[] sums = new long[scopes.size()];
        for (int i = 0; i < sums.length; i++) {
            BitSet lines = scopes.get(i);
            for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
                sums[i] += byLine[line];
            }
        }
        return sums;
    }
}
