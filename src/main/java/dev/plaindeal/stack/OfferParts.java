package dev.plaindeal.stack;

import dev.plaindeal.price.OfferSteps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Falls offers into parts that know nothing of each other: two are in one part where they look at the same line, want the same
 * slot, are of the same promotion, whose limits they share, or take from one budget, or where a third is in one part with both.
 */
final class OfferParts {

    private final int[] parent;
    private final Map<Object, Integer> first = new HashMap<>();

    private OfferParts(int size) {
        this.parent = new int[size];
    }

    /** The parts of the first so many candidates, each by their places in order; the smallest first, as what is known of them bounds the others. */
    static List<int[]> of(Candidates candidates, int size) {
        OfferParts parts = new OfferParts(size);
        for (int i = 0; i < size; i++) {
            parts.add(candidates, i);
        }
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            members.computeIfAbsent(parts.root(i), root -> new ArrayList<>()).add(i);
        }
        return members.values().stream()
                .sorted(Comparator.comparingInt(List::size))
                .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private record LineKey(int line) {}

    private record SlotKey(int slot) {}

    private record FundKey(String fund) {}

    private void add(Candidates candidates, int index) {
        parent[index] = index;
        Candidate one = candidates.get(index);
        BitSet lines = OfferSteps.looksAt(candidates.goods(), one.offer());
        for (int line = lines.nextSetBit(0); line >= 0; line = lines.nextSetBit(line + 1)) {
            join(index, new LineKey(line));
        }
        for (int slot : one.slots()) {
            join(index, new SlotKey(candidates.slot(one, slot)));
        }
        join(index, one.offer().promotion());
        candidates.funds().of(one.offer()).forEach(fund -> join(index, new FundKey(fund)));
    }

    private void join(int index, Object key) {
        Integer other = first.putIfAbsent(key, index);
        if (other != null) {
            parent[root(index)] = root(other);
        }
    }

    private int root(int index) {
        int at = index;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }
}
