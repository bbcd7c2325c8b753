package dev.plaindeal.basket;

import dev.plaindeal.money.Money;
import java.util.Map;

/**
 * What the host still has left of limited promotions, by promotion id; a promotion that is not named has all of its
 * declared limit left.
 *
 * @param uses how often it may still be used by anyone
 * @param usesByBuyer how often this buyer may still use it
 * @param budget money it may still give away, in the basket's currency
 */
public record Remaining(Map<String, Long> uses, Map<String, Long> usesByBuyer, Map<String, Money> budget) {

    /** Nothing told: every limit is untouched. */
    public static final Remaining UNTOUCHED = new Remaining(Map.of(), Map.of(), Map.of());

    /**
     * Copies the maps.
     *
     * @throws IllegalArgumentException where fewer than no uses are left
     */
    public Remaining {
        uses = Map.copyOf(uses);
        usesByBuyer = Map.copyOf(usesByBuyer);
        budget = Map.copyOf(budget);
        requireSome(uses);
        requireSome(usesByBuyer);
        requireSome(uses);
        requireSome(usesByBuyer);
    }

    private static void requireSome(Map<String, Long> left) {
        left.forEach((promotion, uses) -> {
            if (uses < 0) {
                throw new IllegalArgumentException("what is left of " + promotion + " is never fewer than 0 uses, not " + uses);
            }
        });
    }
}
