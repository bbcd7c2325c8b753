package dev.plaindeal.offer;

import dev.plaindeal.offer.OfferTerms.Activation;
import dev.plaindeal.policy.Layer;

/** The chances to save a rule can match, each with what follows from it unless the rule says otherwise. */
public enum ChanceKind {
    /** One presented code, as a coupon of the platform. */
    PLATFORM_COUPON(Layer.PLATFORM_COUPON, Funding.PLATFORM, Activation.TYPE),
    /** One presented code, as a coupon of one store. */
    STORE_COUPON(Layer.STORE_COUPON, Funding.STORE, Activation.TYPE),
    /** The whole basket. */
    PLATFORM_BASKET(Layer.PLATFORM_THRESHOLD, Funding.PLATFORM, Activation.AUTOMATIC),
    /** One store's part of the basket. */
    STORE_BASKET(Layer.STORE_THRESHOLD, Funding.STORE, Activation.AUTOMATIC),
    /** The items of all stores, one by one. */
    PLATFORM_ITEMS(Layer.ITEM_PRICE, Funding.PLATFORM, Activation.AUTOMATIC),
    /** The items of one store, one by one. */
    STORE_ITEMS(Layer.ITEM_PRICE, Funding.STORE, Activation.AUTOMATIC),
    /** The shipping of all stores. */
    PLATFORM_SHIPPING(Layer.SHIPPING, Funding.PLATFORM, Activation.AUTOMATIC),
    /** The shipping of one store. */
    STORE_SHIPPING(Layer.SHIPPING, Funding.STORE, Activation.AUTOMATIC);

    private final Layer layer;
    private final Funding funding;
    private final Activation activation;

    ChanceKind(Layer layer, Funding funding, Activation activation) {
        this.layer = layer;
        this.funding = funding;
        this.activation = activation;
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
