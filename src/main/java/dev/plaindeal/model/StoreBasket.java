package dev.plaindeal.model;

import dev.plaindeal.basket.Store;
import dev.plaindeal.offer.ChanceKind;

/** One store's part of the basket. */
public final class StoreBasket extends StoreChance {

    StoreBasket(Store store, BasketFacts basket) {
        super(ChanceKind.STORE_BASKET, store, "", basket);
    }
}
