package dev.plaindeal.limits;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one order takes of caps, all of it or nothing. {@link BasketCaps#claim} makes it of a receipt.
 *
 * @param order the host's key of the order, by which everything is repeatable: 1 to 200 characters, the same for every try of one
 *     checkout, never used for another
 * @param takes what it takes, each counter once; sorted, which is the order stores lock in. Empty where the receipt uses nothing limited
 */
public record Claim(String order, List<Take> takes) {

    private static final int LONGEST = 200;
    /** Far more than the promotions of one receipt; a database call carries them all. */
    private static final int MOST = 1_000;

    /**
     * Sorts the list and checks it.
     *
     * @throws IllegalArgumentException for a key that a database may not hold, and for a counter named twice
     */
    public Claim {
        requireOrder(order);
        takes = sorted(takes);
    }

    /** Refuses a key that not every store can hold. */
    static void requireOrder(String order) {
        CounterNames.require("the key of an order", order, LONGEST);
    }

    private static List<Take> sorted(List<Take> takes) {
        List<Take> sorted = new ArrayList<>(takes);
        sorted.sort(Comparator.comparing(Take::counter));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).counter().equals(sorted.get(i - 1).counter())) {
                throw new IllegalArgumentException("an order takes of each cap once, and of " + sorted.get(i).counter() + " twice");
            }
        }
        if (sorted.size() > MOST) {
            throw new IllegalArgumentException("an order takes of at most " + MOST + " caps, not of " + sorted.size());
        }
        return List.copyOf(sorted);
    }
}
