package dev.plaindeal.basket;

import dev.plaindeal.money.Money;
import java.util.HashMap;
import java.util.Map;

/**
 * What the host still has left of limited promotions, by promotion id, and of codes; what is not named has all of its declared
 * limit left.
 *
 * <p>What begins anew with each day, week, month or year is named by its promotion and the period: {@code mcxmas/day/2021-11-08},
 * {@code week/2021-W45}, {@code month/2021-11}, {@code year/2021} behind the id; what is told of another period counts for nothing. What each
 * store has of its own is named by its promotion and the store, {@code mcxmas/store/pearl-house}, with the period behind it.
 *
 * @param uses how often it may still be used by anyone
 * @param usesByBuyer how often this buyer may still use it
 * @param budget money it may still give away, in the basket's currency
 * @param budgetByBuyer money it may still give to this buyer, in the basket's currency
 * @param items for how many items it may still be given
 * @param itemsByBuyer for how many items this buyer may still have it
 * @param usesByCode how often a code may still be used, by code in {@linkplain Code#normal normal form}
 */
public record Remaining(
        Map<String, Long> uses,
        Map<String, Long> usesByBuyer,
        Map<String, Money> budget,
        Map<String, Money> budgetByBuyer,
        Map<String, Long> items,
        Map<String, Long> itemsByBuyer,
        Map<String, Long> usesByCode) {

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
        budgetByBuyer = Map.copyOf(budgetByBuyer);
        items = Map.copyOf(items);
        itemsByBuyer = Map.copyOf(itemsByBuyer);
        requireSome(items);
        requireSome(itemsByBuyer);
        requireSome(uses);
        requireSome(usesByBuyer);
        requireSome(usesByCode);
        usesByCode = byNormalCode(usesByCode);
    }

    /** Where nothing is told of codes. */
    public Remaining(Map<String, Long> uses, Map<String, Long> usesByBuyer, Map<String, Money> budget) {
        this(uses, usesByBuyer, budget, Map.of());
    }

    /** Where nothing is told of items, and of money that this buyer may still be given. */
    public Remaining(
            Map<String, Long> uses, Map<String, Long> usesByBuyer, Map<String, Money> budget, Map<String, Long> usesByCode) {
        this(uses, usesByBuyer, budget, Map.of(), Map.of(), Map.of(), usesByCode);
    }

    private static void requireSome(Map<String, Long> left) {
        left.forEach((name, uses) -> {
            if (uses < 0) {
                throw new IllegalArgumentException("what is left of " + name + " is never fewer than 0, not " + uses);
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
