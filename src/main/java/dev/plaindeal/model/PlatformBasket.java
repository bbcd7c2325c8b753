package dev.plaindeal.model;

/** The whole basket. */
public final class PlatformBasket extends Chance {

    PlatformBasket(BasketFacts basket) {
        super(ChanceKind.PLATFORM_BASKET, "", "", basket);
    }
}
