package dev.plaindeal.model;

/** The items of all stores, one by one. */
public final class PlatformItems extends Chance {

    PlatformItems(BasketFacts basket) {
        super(ChanceKind.PLATFORM_ITEMS, "", "", basket);
    }
}
