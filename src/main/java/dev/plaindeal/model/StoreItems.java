package dev.plaindeal.model;

/** The items of one store, one by one. */
public final class StoreItems extends StoreChance {

    StoreItems(Store store, BasketFacts basket) {
        super(ChanceKind.STORE_ITEMS, store, "", basket);
    }
}
