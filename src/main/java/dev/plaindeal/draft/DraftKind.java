package dev.plaindeal.draft;

import dev.plaindeal.policy.Layer;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of promotions that can be drafted. */
public enum DraftKind {
    /** A percentage off. */
    PERCENT_OFF("percent-off"),
    /** An amount off. */
    AMOUNT_OFF("amount-off"),
    /** Spend more, save more. */
    TIERS("tiers"),
    /** An amount off for every so much spent. */
    EVERY("every"),
    /** Buy some, get some free. */
    BUY_GET("buy-get"),
    /** No shipping fee. */
    FREE_SHIPPING("free-shipping");

    private final String key;

    DraftKind(String key) {
        this.key = key;
    }

    /** The word on the command line. */
    public String key() {
        return key;
    }

    /** The kind with this word, or empty. */
    public static Optional<DraftKind> find(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }

    /** Whether promotions of this kind can be in this layer. Coupons can give free shipping, which moves them there. */
    boolean fits(Layer layer) {
        boolean coupon = layer == Layer.STORE_COUPON || layer == Layer.PLATFORM_COUPON;
        return this == FREE_SHIPPING ? layer == Layer.SHIPPING || coupon : layer != Layer.SHIPPING;
    }
}
