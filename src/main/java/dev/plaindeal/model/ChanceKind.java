package dev.plaindeal.model;

import dev.plaindeal.model.Terms.Activation;

/** The chances to save a rule can match, each with what follows from it unless the rule says otherwise. */
public enum ChanceKind {
    /** One presented code, as a coupon of the platform. */
    PLATFORM_COUPON(PlatformCoupon.class, Layer.PLATFORM_COUPON, Funding.PLATFORM, Activation.TYPE),
    /** One presented code, as a coupon of one store. */
    STORE_COUPON(StoreCoupon.class, Layer.STORE_COUPON, Funding.STORE, Activation.TYPE),
    /** The whole basket. */
    PLATFORM_BASKET(PlatformBasket.class, Layer.PLATFORM_THRESHOLD, Funding.PLATFORM, Activation.AUTOMATIC),
    /** One store's part of the basket. */
    STORE_BASKET(StoreBasket.class, Layer.STORE_THRESHOLD, Funding.STORE, Activation.AUTOMATIC),
    /** The items of all stores, one by one. */
    PLATFORM_ITEMS(PlatformItems.class, Layer.ITEM_PRICE, Funding.PLATFORM, Activation.AUTOMATIC),
    /** The items of one store, one by one. */
    STORE_ITEMS(StoreItems.class, Layer.ITEM_PRICE, Funding.STORE, Activation.AUTOMATIC),
    /** The shipping of all stores. */
    PLATFORM_SHIPPING(PlatformShipping.class, Layer.SHIPPING, Funding.PLATFORM, Activation.AUTOMATIC),
    /** The shipping of one store. */
    STORE_SHIPPING(StoreShipping.class, Layer.SHIPPING, Funding.STORE, Activation.AUTOMATIC);

    private final Class<? extends Chance> fact;
    private final Layer layer;
    private final Funding funding;
    private final Activation activation;

    ChanceKind(Class<? extends Chance> fact, Layer layer, Funding funding, Activation activation) {
        this.fact = fact;
        this.layer = layer;
        this.funding = funding;
        this.activation = activation;
    }

    /** The class a rule names. */
    public Class<? extends Chance> fact() {
        return fact;
    }

    /** The layer of its offers. */
    public Layer layer() {
        return layer;
    }

    /** Who pays for its offers. */
    public Funding funding() {
        return funding;
    }

    /** How the buyer gets its offers. */
    public Activation activation() {
        return activation;
    }

    /** Whether it belongs to one store. */
    public boolean ofStore() {
        return this == STORE_COUPON || this == STORE_BASKET || this == STORE_ITEMS || this == STORE_SHIPPING;
    }

    /** Whether it comes from a presented code. */
    public boolean ofCode() {
        return this == STORE_COUPON || this == PLATFORM_COUPON;
    }
}
