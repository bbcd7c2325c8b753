package dev.plaindeal.weights;

import java.util.Arrays;
import java.util.Optional;

/** One thing that is so, or not so, of what buyers see of a deal. */
public enum ViewAspect {
    /** The price to pay is shown. */
    PRICE_TO_PAY("price-to-pay", "price to pay shown", "price to pay not shown"),
    /** The subtotal is shown that thresholds measure. */
    SUBTOTAL("subtotal", "subtotal shown", "subtotal not shown"),
    /** The terms are in the buyer's own language. */
    OWN_LANGUAGE("own-language", "own language", "second language"),
    /** The price is in the buyer's own currency. */
    OWN_CURRENCY("own-currency", "own currency", "foreign currency"),
    /** The terms are heard instead of read. */
    SPOKEN("spoken", "heard", "read");

    private final String key;
    private final String so;
    private final String notSo;

    ViewAspect(String key, String so, String notSo) {
        this.key = key;
        this.so = so;
        this.notSo = notSo;
    }

    /** The stable word, for instance {@code price-to-pay}. */
    public String key() {
        return key;
    }

    /** What there is to say of a view that has it. */
    String so() {
        return so;
    }

    /** What there is to say of a view that has it not. */
    String notSo() {
        return notSo;
    }

    /** The one with this key, or empty. */
    public static Optional<ViewAspect> find(String key) {
        return Arrays.stream(values()).filter(aspect -> aspect.key.equals(key)).findFirst();
    }
}
