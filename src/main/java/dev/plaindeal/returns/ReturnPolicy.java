package dev.plaindeal.returns;

import java.util.Optional;

/** What a returned thing was worth. */
public enum ReturnPolicy {
    /** What was paid for it: its share of the receipt's discounts stays taken off. */
    KEEP_PAID_SHARE("keep"),
    /** What it makes the order cheaper: what is kept is priced again, and may lose a promotion. */
    RE_EVALUATE("re-evaluate");

    private final String key;

    ReturnPolicy(String key) {
        this.key = key;
    }

    /** The word for it in JSON and on the command line. */
    public String key() {
        return key;
    }

    /** The policy with this key, or empty. */
    public static Optional<ReturnPolicy> find(String key) {
        for (ReturnPolicy policy : values()) {
            if (policy.key.equals(key)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
