package dev.plaindeal.model;

/** One store's part of the basket. */
public final class StoreBasket extends StoreChance {

    StoreBasket(Store store, BasketFacts basket) {
        super(ChanceKind.STORE_BASKET, store, "", basket);
    }
}
