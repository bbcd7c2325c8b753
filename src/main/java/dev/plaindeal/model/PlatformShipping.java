package dev.plaindeal.model;

/** The shipping of all stores. */
public final class PlatformShipping extends Chance {

    PlatformShipping(BasketFacts basket) {
        super(ChanceKind.PLATFORM_SHIPPING, "", "", basket);
    }
}
