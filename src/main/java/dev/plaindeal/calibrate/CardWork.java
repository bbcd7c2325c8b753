package dev.plaindeal.calibrate;

import java.util.Arrays;

/**
 * The seconds of one card by weight, with the weights as the rules have them. With other weights each grows as its weight does.
 * The arrays are not to be changed.
 *
 * @param seconds by place in the {@link WeightTable}
 * @param fixed seconds that belong to no weight
 */
record CardWork(double[] seconds, double fixed) {

    /** All seconds, with the weights as the rules have them. */
    double total() {
        return fixed + Arrays.stream(seconds).sum();
    }

    /** All seconds when each weight is so many times what the rules have. */
    double total(double[] times) {
        double total = fixed;
        for (int i = 0; i < seconds.length; i++) {
            total += seconds[i] * times[i];
        }
        return total;
    }

    /** The share of each weight in the total: how much the logarithm of the total grows with the weight's. */
    double[] shares(double[] times) {
        double total = total(times);
        double[] shares = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            shares[i] = seconds[i] * times[i] / total;
        }
        return shares;
    }

    /** The same with the weights as the rules have them. */
    double[] shares() {
        double[] once = new double[seconds.length];
        Arrays.fill(once, 1);
        return shares(once);
    }

    /** Whether it has every step of another at least as often: then no answer about the two says anything. */
    boolean contains(CardWork other) {
        for (int i = 0; i < seconds.length; i++) {
            if (seconds[i] < other.seconds[i] - 1e-9) {
                return false;
            }
        }
        return fixed >= other.fixed;
    }
}
