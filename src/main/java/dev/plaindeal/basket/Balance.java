package dev.plaindeal.basket;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * What the buyer holds of coins, points or credit and wishes to pay with. What a unit is worth, and how much of an order it may pay,
 * the rules say. Immutable.
 *
 * @param name by which rules know it, for instance {@code coins}
 * @param units how many the buyer holds
 * @param use how many the buyer wishes to use at most; all where it is not told
 */
public record Balance(String name, long units, OptionalLong use) {

    /** More units of one thing than this are a slip. */
    public static final long MOST = 1_000_000_000;

    /** More balances than this are no purse. */
    public static final int MOST_BALANCES = 20;

    /**
     * Refuses what no receipt could name or count.
     *
     * @throws IllegalArgumentException for an empty name, one that hides something, or units out of range
     */
    public Balance {
        NameChecks.require("a balance's name", name);
        Objects.requireNonNull(use, "use");
        if (units < 0 || units > MOST || use.orElse(0) < 0 || use.orElse(0) > MOST) {
            throw new IllegalArgumentException("the balance " + name + " has 0 to " + MOST + " units");
        }
    }

    /** All the buyer holds of it may be used. */
    public Balance(String name, long units) {
        this(name, units, OptionalLong.empty());
    }

    /** How many units may be used. */
    public long usable() {
        return Math.min(units, use.orElse(units));
    }
}
