package dev.plaindeal.model;

/** The shipping of one store. */
public final class StoreShipping extends StoreChance {

    StoreShipping(Store store, BasketFacts basket) {
        super(ChanceKind.STORE_SHIPPING, store, "", basket);
    }
}
