package dev.plaindeal.basket;

import java.util.Set;

/**
 * What a rule may know of the buyer.
 *
 * @param id an opaque key for limits per buyer, empty for a guest; never printed
 * @param isNew whether this is the first order
 * @param priorOrders orders before this one
 * @param segments the host's groups this buyer belongs to
 */
public record Buyer(String id, boolean isNew, int priorOrders, Set<String> segments) {

    /**
     * Copies the segments.
     *
     * @throws IllegalArgumentException for a new buyer with orders, fewer than none of them, or a name that hides something
     */
    public Buyer {
        NameChecks.requireText("the buyer's id", id);
        segments = Set.copyOf(segments);
        segments.forEach(segment -> NameChecks.require("a segment", segment));
        if (priorOrders < 0 || isNew && priorOrders > 0) {
            throw new IllegalArgumentException(
                    (isNew ? "a new buyer has no orders before this one, not " : "orders before this one are none or more, not ")
                            + priorOrders);
        }
    }

    /** Whether the host says who it is. */
    public boolean isKnown() {
        return !id.isBlank();
    }

    /** A buyer nothing is known of: not new, in no segment. */
    public static Buyer unknown() {
        return new Buyer("", false, 0, Set.of());
    }
}
