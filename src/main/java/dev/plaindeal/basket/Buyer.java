package dev.plaindeal.basket;

import java.util.Objects;
import java.util.Set;

/**
 * What a rule may know of the buyer.
 *
 * @param id an opaque key for limits per buyer, empty for a guest; never printed
 * @param isNew whether this is the first order
 * @param priorOrders orders before this one
 * @param segments the host's groups this buyer belongs to
 * @param attributes what else the host tells of the buyer
 */
public record Buyer(String id, boolean isNew, int priorOrders, Set<String> segments, Attributes attributes) {

    /**
     * A buyer of whom the host tells nothing of its own.
     *
     * @throws IllegalArgumentException as the constructor with all there is to say does
     */
    public Buyer(String id, boolean isNew, int priorOrders, Set<String> segments) {
        this(id, isNew, priorOrders, segments, Attributes.NONE);
    }

    /**
     * Copies the segments.
     *
     * @throws IllegalArgumentException for a new buyer with orders, fewer than none of them, or a name that hides something
     */
    public Buyer {
        NameChecks.requireText("the buyer's id", id);
        segments = Set.copyOf(segments);
        Objects.requireNonNull(attributes, "attributes");
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

    /** The same buyer with other things told by the host's own names. */
    public Buyer withAttributes(Attributes others) {
        return new Buyer(id, isNew, priorOrders, segments, others);
    }

    /** A buyer nothing is known of: not new, in no segment. */
    public static Buyer unknown() {
        return new Buyer("", false, 0, Set.of());
    }
}
