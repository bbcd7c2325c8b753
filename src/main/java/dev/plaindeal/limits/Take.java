package dev.plaindeal.limits;

/**
 * What one order takes of a cap.
 *
 * @param cap of what
 * @param amount uses, items or minor units, 1 or more
 */
public record Take(Cap cap, long amount) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException for less than 1
     */
    public Take {
        if (amount < 1) {
            throw new IllegalArgumentException("an order takes 1 or more of a cap, not " + amount);
        }
    }

    /** What is counted. */
    public Counter counter() {
        return cap.counter();
    }
}
