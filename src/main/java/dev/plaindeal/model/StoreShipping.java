package dev.plaindeal.model;

import dev.plaindeal.basket.Store;
import dev.plaindeal.offer.ChanceKind;

/** The shipping of one store. */
public final class StoreShipping extends StoreChance {

    StoreShipping(Store store, BasketFacts basket) {
        super(ChanceKind.STORE_SHIPPING, store, "", basket);
    }
}
