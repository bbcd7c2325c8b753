package dev.plaindeal.model;

import dev.plaindeal.basket.AttributeOwner;
import dev.plaindeal.offer.ChanceKind;
import java.util.EnumSet;
import java.util.Set;

/** The class of each kind of chance; a new kind does not compile until it has one. */
public final class ChanceFacts {

    private ChanceFacts() {}

    /** The name rules give it, for instance {@code PlatformCoupon}. */
    public static String name(ChanceKind kind) {
        return of(kind).getSimpleName();
    }

    /** Whose attributes a fact of this class can be asked for; those of lines, which are many, only where one line is matched. */
    public static Set<AttributeOwner> owners(Class<?> fact) {
        if (fact == Line.class) {
            return EnumSet.of(AttributeOwner.LINE);
        }
        if (StoreChance.class.isAssignableFrom(fact)) {
            return EnumSet.of(AttributeOwner.BASKET, AttributeOwner.BUYER, AttributeOwner.STORE);
        }
        return Chance.class.isAssignableFrom(fact)
                ? EnumSet.of(AttributeOwner.BASKET, AttributeOwner.BUYER)
                : EnumSet.noneOf(AttributeOwner.class);
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
