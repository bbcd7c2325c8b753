package dev.plaindeal.model;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Store;
import dev.plaindeal.offer.ChanceKind;

/** A chance to save that belongs to one store. */
public abstract class StoreChance extends Chance {

    private final Store seller;

    StoreChance(ChanceKind kind, Store seller, String code, BasketFacts basket) {
        super(kind, seller.id(), code, basket);
        this.seller = seller;
    }

    @Override
    final Attributes told(String attribute) {
        return seller.attributes().byName().containsKey(attribute) ? seller.attributes() : super.told(attribute);
    }

    /** The store's id. */
    public final String getStore() {
        return seller.id();
    }

    /** Whether the store ships from another country. */
    public final boolean isCrossBorder() {
        return seller.crossBorder();
    }

    /** Whether the platform runs the shop for the seller. */
    public final boolean isFullManaged() {
        return seller.fullManaged();
    }
}
