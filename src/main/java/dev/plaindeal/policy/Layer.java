package dev.plaindeal.policy;

import java.util.Optional;

/**
 * An ordered stage of pricing; a layer sees the running price left by earlier layers.
 *
 * <p>The order of the constants is the default order; {@code rules/stacking/} can change it.
 */
public enum Layer {
    /** The price of an item itself: sale prices, sets, buy-x-get-y. */
    ITEM_PRICE("item-price"),
    /** Spend X, save Y in one store. */
    STORE_THRESHOLD("store-threshold"),
    /** A coupon of one store. */
    STORE_COUPON("store-coupon"),
    /** Spend X, save Y across stores. */
    PLATFORM_THRESHOLD("platform-threshold"),
    /** A coupon of the platform. */
    PLATFORM_COUPON("platform-coupon"),
    /** The shipping fee; never touches goods. */
    SHIPPING("shipping");

    private final String key;

    Layer(String key) {
        this.key = key;
    }

    /** The word for this layer in JSON, rule files and the command line. */
    public String key() {
        return key;
    }

    /** The layer with this key, or empty. */
    public static Optional<Layer> find(String key) {
        for (Layer layer : values()) {
            if (layer.key.equals(key)) {
                return Optional.of(layer);
            }
        }
        return Optional.empty();
    }
}
