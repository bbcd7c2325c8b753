package dev.plaindeal.model;

import java.util.List;

/** The items of all stores, one by one. */
public final class PlatformItems extends Chance {

    PlatformItems(BasketFacts basket, List<Promised> sink) {
        super(ChanceKind.PLATFORM_ITEMS, "", "", basket, sink);
    }
}
