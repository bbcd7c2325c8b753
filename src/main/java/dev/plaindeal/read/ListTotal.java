package dev.plaindeal.read;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.json.JsonPosition;
import dev.plaindeal.json.JsonProblems;

/** Adds up list prices and fees, and reports the one that takes the basket too far. */
final class ListTotal {

    private final JsonProblems findings;
    private long sum;

    ListTotal(JsonProblems findings) {
        this.findings = findings;
    }

    /** Amounts of a line stay within a long: the largest price times the largest quantity is 9.0e18. */
    void add(long minor, JsonPosition spot) {
        boolean wasPayable = sum <= Basket.LARGEST_TOTAL;
        sum = Math.min(sum, Basket.LARGEST_TOTAL + 1) + Math.min(minor, Basket.LARGEST_TOTAL + 1);
        if (wasPayable && sum > Basket.LARGEST_TOTAL) {
            findings.error("total-too-large", spot, "With this the basket comes to more than can be priced exactly",
                    "Maybe a price is in minor units?");
        }
    }
}
