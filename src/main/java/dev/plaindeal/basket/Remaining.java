package dev.plaindeal.basket;

import dev.plaindeal.money.Money;
import java.util.HashMap;
import java.util.Map;

/**
 * What the host still has left of limited promotions, by promotion id, and of codes; what is not named has all of its declared
 * limit left.
 *
 * @param uses how often it may still be used by anyone
 * @param usesByBuyer how often this buyer may still use it
 * @param budget money it may still give away, in the basket's currency
 * @param usesByCode how often a code may still be used, by code in {@linkplain Code#normal normal form}
 */
public record Remaining(
        Map<String, Long> uses, Map<String, Long> usesByBuyer, Map<String, Money> budget, Map<String, Long> usesByCode) {

    /** Nothing told: every limit is untouched. */
    public static final Remaining UNTOUCHED = new Remaining(Map.of(), Map.of(), Map.of());

    /**
     * Copies the maps. Of two spellings of one code the one with fewer uses left counts; an empty code is none.
     *
     * @throws IllegalArgumentException where fewer than no uses are left
     */
    public Remaining {
        uses = Map.copyOf(uses);
        usesByBuyer = Map.copyOf(usesByBuyer);
        budget = Map.copyOf(budget);
        requireSome(uses);
        requireSome(usesByBuyer);
        requireSome(usesByCode);
        usesByCode = byNormalCode(usesByCode);
    }

    /** Where nothing is told of codes. */
    public Remaining(Map<String, Long> uses, Map<String, Long> usesByBuyer, Map<String, Money> budget) {
        this(uses, usesByBuyer, budget, Map.of());
    }

    private static void requireSome(Map<String, Long> left) {
        left.forEach((name, uses) -> {
            if (uses < 0) {
                throw new IllegalArgumentException("what is left of " + name + " is never fewer than 0 uses, not " + uses);
            }
        });
    }

    private static Map<String, Long> byNormalCode(Map<String, Long> left) {
        Map<String, Long> byCode = new HashMap<>();
        left.forEach((typed, uses) -> byCode.merge(Code.normal(typed), uses, Math::min));
        byCode.remove("");
        return Map.copyOf(byCode);
    }
}
