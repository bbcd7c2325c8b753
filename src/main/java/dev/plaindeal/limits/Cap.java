package dev.plaindeal.limits;

/**
 * How much there is of something that is counted.
 *
 * @param counter what is counted
 * @param most uses, items or minor units that all orders together may take, 0 or more
 */
public record Cap(Counter counter, long most) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException for less than nothing
     */
    public Cap {
        if (most < 0) {
            throw new IllegalArgumentException("a cap is 0 or more, not " + most);
        }
    }

    /** What is left once so much is taken; 0 where a cap was lowered below that. */
    public long left(long taken) {
        return Math.max(0, most - taken);
    }
}
