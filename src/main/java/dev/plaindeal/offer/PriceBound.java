package dev.plaindeal.offer;

import java.util.Arrays;
import java.util.Optional;

/** Which side of an amount the list price of one item of a line has to be on, and how rule files ask for it. */
public enum PriceBound {

    /** This amount or more. */
    FROM("pricedFrom", "or more"),
    /** This amount or less. */
    TO("pricedTo", "or less");

    private final String key;
    private final String words;

    PriceBound(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** How rule files ask for it: {@code pricedFrom("USD 50")}. */
    public String key() {
        return key;
    }

    /** What stands behind the amount in a sentence. */
    public String words() {
        return words;
    }

    /** The side rule files ask for by this word, or empty. */
    public static Optional<PriceBound> find(String key) {
        return Arrays.stream(values()).filter(bound -> bound.key.equals(key)).findFirst();
    }
}
