package dev.plaindeal.jmh;

import dev.plaindeal.policy.Layer;

/**
 * One promotion in the one form every rival can be given: what it is found by, and what it takes off.
 *
 * @param id of the promotion
 * @param found what it is found by
 * @param percent whole percent, 0 when it takes an amount
 * @param cents the amount, 0 when it takes a percentage
 * @param from spend needed in cents, 0 for none
 * @param most cents it takes at most
 */
record Deal(String id, Found found, int percent, long cents, long from, long most) {

    static final long NO_CAP = Long.MAX_VALUE;

    /**
     * What a promotion is found by.
     *
     * @param kind of chance
     * @param store empty for the platform's
     * @param code empty where there is none
     * @param market empty where any will do
     */
    record Found(Kind kind, String store, String code, String market) {}

    /** Kinds of chances, each with the layer it belongs to. */
    enum Kind {
        STORE_ITEMS("StoreItems", Layer.ITEM_PRICE),
        STORE_BASKET("StoreBasket", Layer.STORE_THRESHOLD),
        STORE_COUPON("StoreCoupon", Layer.STORE_COUPON),
        PLATFORM_BASKET("PlatformBasket", Layer.PLATFORM_THRESHOLD),
        PLATFORM_COUPON("PlatformCoupon", Layer.PLATFORM_COUPON);

        final String fact;
        final Layer layer;

        Kind(String fact, Layer layer) {
            this.fact = fact;
            this.layer = layer;
        }
    }

    static Deal percent(String id, Found found, int percent, long from, long most) {
        return new Deal(id, found, percent, 0, from, most);
    }

    static Deal cents(String id, Found found, long cents, long from) {
        return new Deal(id, found, 0, cents, from, NO_CAP);
    }

    Layer layer() {
        return found.kind().layer;
    }
}
