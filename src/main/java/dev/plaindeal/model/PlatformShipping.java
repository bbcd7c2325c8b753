package dev.plaindeal.model;

import dev.plaindeal.offer.ChanceKind;

/** The shipping of all stores. */
public final class PlatformShipping extends Chance {

    PlatformShipping(BasketFacts basket) {
        super(ChanceKind.PLATFORM_SHIPPING, "", "", basket);
    }
}
