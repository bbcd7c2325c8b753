package dev.plaindeal.calibrate;

import java.util.Optional;

/** One of the two cards of a choice. */
public enum Side {
    /** The one shown first. */
    A("a"),
    /** The other. */
    B("b");

    private final String key;

    Side(String key) {
        this.key = key;
    }

    /** As plans and answers write it. */
    public String key() {
        return key;
    }

    /** The same card when the sides are swapped. */
    Side swapped() {
        return this == A ? B : A;
    }

    static Optional<Side> of(String key) {
        return key.equals("a") ? Optional.of(A) : key.equals("b") ? Optional.of(B) : Optional.empty();
    }
}
