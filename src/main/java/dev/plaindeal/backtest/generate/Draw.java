package dev.plaindeal.backtest.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;

/** Values that are drawn by weight. Immutable and thread-safe; whole numbers only, so that every machine draws the same. */
final class Draw<T> {

    private final List<T> values;
    private final long[] upTo;

    /**
     * Those values.
     *
     * @param weights of each, 0 or more, in their order
     * @throws IllegalArgumentException where nothing has a weight
     */
    Draw(Map<T, Long> weights) {
        this.values = new ArrayList<>(weights.keySet());
        values.removeIf(value -> weights.get(value) == 0);
        this.upTo = new long[values.size()];
        long sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum = Math.addExact(sum, weights.get(values.get(i)));
            upTo[i] = sum;
        }
        if (sum < 1) {
            throw new IllegalArgumentException("nothing has a weight");
        }
    }

    /** The largest that is ever drawn, by what this says of each. */
    long most(ToLongFunction<T> of) {
        return values.stream().mapToLong(of).max().orElseThrow();
    }

    T from(SplittableRandom random) {
        long drawn = random.nextLong(upTo[upTo.length - 1]);
        int index = 0;
        while (upTo[index] <= drawn) {
            index++;
        }
        return values.get(index);
    }
}
