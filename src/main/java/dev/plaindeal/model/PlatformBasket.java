package dev.plaindeal.model;

import java.util.List;

/** The whole basket. */
public final class PlatformBasket extends Chance {

    PlatformBasket(BasketFacts basket, List<Promised> sink) {
        super(ChanceKind.PLATFORM_BASKET, "", "", basket, sink);
    }
}
