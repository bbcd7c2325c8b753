package dev.plaindeal.policy;

import java.util.Optional;

/**
 * An ordered stage of pricing; a layer sees the running price left by earlier layers.
 *
 * <p>The order of the constants is the default order; {@code rules/stacking/} can change it.
 */
public enum Layer {
    /** The price of an item itself: sale prices, sets, buy-x-get-y. */
    ITEM_PRICE("item-price", Slot.LINE),
    /** Spend X, save Y in one store. */
    STORE_THRESHOLD("store-threshold", Slot.STORE),
    /** A coupon of one store. */
    STORE_COUPON("store-coupon", Slot.STORE),
    /** Spend X, save Y across stores. */
    PLATFORM_THRESHOLD("platform-threshold", Slot.BASKET),
    /** A coupon of the platform. */
    PLATFORM_COUPON("platform-coupon", Slot.BASKET),
    /** The shipping fee; never touches goods. */
    SHIPPING("shipping", Slot.FEE);

    /** What promotions of a layer compete for: of each, a layer keeps so many promotions. */
    public enum Slot {
        /** A line; only those that money is taken off. */
        LINE,
        /** A store. */
        STORE,
        /** The whole basket. */
        BASKET,
        /** A shipping fee; only those that money is taken off. */
        FEE;

        /** Whether an offer takes a slot only where it takes money off, not wherever it applies. */
        public boolean isTakenByMoney() {
            return this == LINE || this == FEE;
        }
    }

    private final String key;
    private final Slot slot;

    Layer(String key, Slot slot) {
        this.key = key;
        this.slot = slot;
    }

    /** What its promotions compete for. */
    public Slot slot() {
        return slot;
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
