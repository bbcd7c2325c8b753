package dev.plaindeal.model;

import java.util.List;

/** The shipping of one store. */
public final class StoreShipping extends StoreChance {

    StoreShipping(Store store, BasketFacts basket, List<Promised> sink) {
        super(ChanceKind.STORE_SHIPPING, store, "", basket, sink);
    }
}
