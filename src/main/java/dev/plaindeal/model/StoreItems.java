package dev.plaindeal.model;

import dev.plaindeal.basket.Store;
import dev.plaindeal.offer.ChanceKind;

/** The items of one store, one by one. */
public final class StoreItems extends StoreChance {

    StoreItems(Store store, BasketFacts basket) {
        super(ChanceKind.STORE_ITEMS, store, "", basket);
    }
}
