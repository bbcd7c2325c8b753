package dev.plaindeal.model;

import dev.plaindeal.offer.ChanceKind;

/** The items of all stores, one by one. */
public final class PlatformItems extends Chance {

    PlatformItems(BasketFacts basket) {
        super(ChanceKind.PLATFORM_ITEMS, "", "", basket);
    }
}
