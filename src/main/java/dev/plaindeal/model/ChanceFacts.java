package dev.plaindeal.model;

import dev.plaindeal.offer.ChanceKind;

/** The class of each kind of chance; a new kind does not compile until it has one. */
public final class ChanceFacts {

    private ChanceFacts() {}

    /** The name rules give it, for instance {@code PlatformCoupon}. */
    public static String name(ChanceKind kind) {
        return of(kind).getSimpleName();
    }

    /** The class that rules name. */
    public static Class<? extends Chance> of(ChanceKind kind) {
        return switch (kind) {
            case PLATFORM_COUPON -> PlatformCoupon.class;
            case STORE_COUPON -> StoreCoupon.class;
            case PLATFORM_BASKET -> PlatformBasket.class;
            case STORE_BASKET -> StoreBasket.class;
            case PLATFORM_ITEMS -> PlatformItems.class;
            case STORE_ITEMS -> StoreItems.class;
            case PLATFORM_SHIPPING -> PlatformShipping.class;
            case STORE_SHIPPING -> StoreShipping.class;
        };
    }
}
