package dev.plaindeal.model;

import dev.plaindeal.offer.ChanceKind;

/** The whole basket. */
public final class PlatformBasket extends Chance {

    PlatformBasket(BasketFacts basket) {
        super(ChanceKind.PLATFORM_BASKET, "", "", basket);
    }
}
