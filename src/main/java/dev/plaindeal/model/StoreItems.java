package dev.plaindeal.model;

import java.util.List;

/** The items of one store, one by one. */
public final class StoreItems extends StoreChance {

    StoreItems(Store store, BasketFacts basket, List<Promised> sink) {
        super(ChanceKind.STORE_ITEMS, store, "", basket, sink);
    }
}
