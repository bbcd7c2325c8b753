package dev.plaindeal.model;

import java.util.List;

/** One store's part of the basket. */
public final class StoreBasket extends StoreChance {

    StoreBasket(Store store, BasketFacts basket, List<Promised> sink) {
        super(ChanceKind.STORE_BASKET, store, "", basket, sink);
    }
}
