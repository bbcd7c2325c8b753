package dev.plaindeal.stack;

import dev.plaindeal.policy.Layer;
import java.util.Arrays;

/**
 * For each place in the order, the most that the offers from there on could save together.
 *
 * <p>Within a layer that keeps n promotions for the whole basket only the n largest count; elsewhere they are added up,
 * which is too much when they compete for the same lines, and never too little.
 */
final class SuffixBounds {

    private SuffixBounds() {}

    static long[] most(Candidates candidates) {
        int size = candidates.size();
        long[] most = new long[size + 1];
        int end = size;
        while (end > 0) {
            Layer layer = candidates.get(end - 1).layer();
            int start = end - 1;
            while (start > 0 && candidates.get(start - 1).layer() == layer) {
                start--;
            }
            fill(candidates, most, start, end);
            end = start;
        }
        return most;
    }

    private static void fill(Candidates candidates, long[] most, int start, int end) {
        Layer layer = candidates.get(start).layer();
        boolean oneSeat = layer.slot() == Layer.Slot.BASKET;
        int keeps = oneSeat ? candidates.capacity(layer) : Integer.MAX_VALUE;
        for (int i = end - 1; i >= start; i--) {
            most[i] = add(most[end], best(candidates, i, end, keeps));
        }
    }

    private static long best(Candidates candidates, int from, int to, int keeps) {
        if (keeps == 1 && candidates.groups() == 0) {
            long best = 0;
            for (int i = from; i < to; i++) {
                best = Math.max(best, candidates.get(i).most());
            }
            return best;
        }
        return largest(ofPromotions(candidates, from, to), keeps);
    }

    /** What each promotion's statements save at most together: they share its seat. */
    private static long[] ofPromotions(Candidates candidates, int from, int to) {
        long[] each = new long[to - from];
        int[] first = new int[candidates.groups()];
        Arrays.fill(first, -1);
        for (int i = 0; i < each.length; i++) {
            int group = candidates.group(from + i);
            int place = group < 0 || first[group] < 0 ? i : first[group];
            each[place] = add(each[place], candidates.get(from + i).most());
            if (group >= 0) {
                first[group] = place;
            }
        }
        return each;
    }

    private static long largest(long[] numbers, int count) {
        if (count < numbers.length) {
            Arrays.sort(numbers);
        }
        long sum = 0;
        for (int i = Math.max(0, numbers.length - count); i < numbers.length; i++) {
            sum = add(sum, numbers[i]);
        }
        return sum;
    }

    private static long add(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
