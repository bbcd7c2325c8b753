package dev.plaindeal.calibrate;

/**
 * The seconds of one card by weight, with the weights as the rules have them. With other weights each grows as its weight does.
 * The arrays are not to be changed.
 *
 * @param seconds by place in the {@link WeightTable}
 * @param fixed seconds that belong to no weight
 */
record CardWork(double[] seconds, double fixed) {

    /** All seconds when each weight is e to the power of its shift times what the rules have. */
    double total(double[] shifts) {
        double total = fixed;
        for (int i = 0; i < seconds.length; i++) {
            if (seconds[i] != 0) {
                total += seconds[i] * Math.exp(shifts[i]);
            }
        }
        return total;
    }

    /** How much the logarithm of the total grows with each shift: the share of the total that is this weight's. */
    double[] shares(double[] shifts) {
        double total = total(shifts);
        double[] shares = new double[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            shares[i] = seconds[i] == 0 ? 0 : seconds[i] * Math.exp(shifts[i]) / total;
        }
        return shares;
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
