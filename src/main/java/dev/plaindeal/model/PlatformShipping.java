package dev.plaindeal.model;

import java.util.List;

/** The shipping of all stores. */
public final class PlatformShipping extends Chance {

    PlatformShipping(BasketFacts basket, List<Promised> sink) {
        super(ChanceKind.PLATFORM_SHIPPING, "", "", basket, sink);
    }
}
