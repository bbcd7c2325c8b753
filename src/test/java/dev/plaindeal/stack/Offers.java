package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;

/** Offers in a few words, for tests of which of them are kept. */
final class Offers {

    private Offers() {}

    static PromotionWords items() {
        return new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0);
    }

    static PromotionWords threshold() {
        return new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0);
    }

    static PromotionWords coupon() {
        return new OfferBuilder(ChanceKind.PLATFORM_COUPON, 4);
    }

    static Offer offer(String id, PromotionWords words) {
        return offer(id, 0, words);
    }

    static Offer offer(String id, int part, PromotionWords words) {
        return new Offer(id, part, words.offer().terms(), "", "");
    }
}
