package dev.plaindeal.weights;

import java.util.Optional;

/** Which price the law of a market lets a reduction be announced against. */
public enum ComparisonPrice {
    /** What the goods cost before any discount. */
    LIST_PRICE("list price"),
    /** The lowest price of the 30 days before, where the basket tells it: Directive 98/6/EC, Art. 6a. */
    LOWEST_OF_30_DAYS("lowest price of 30 days");

    private final String key;

    ComparisonPrice(String key) {
        this.key = key;
    }

    /** What rule files call it. */
    public String key() {
        return key;
    }

    /** The one with this key, or empty. */
    public static Optional<ComparisonPrice> find(String key) {
        for (ComparisonPrice price : values()) {
            if (price.key.equals(key)) {
                return Optional.of(price);
            }
        }
        return Optional.empty();
    }
}
