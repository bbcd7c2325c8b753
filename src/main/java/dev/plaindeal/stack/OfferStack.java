package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.price.Ledger;
import java.util.List;

/**
 * Offers kept together, in the order they apply. Immutable.
 *
 * @param kept the offers, first applied first
 * @param end the running price after all of them
 * @param saved minor units taken off goods and shipping in all
 */
public record OfferStack(List<Kept> kept, Ledger end, long saved) {

    /** Copies the list. */
    public OfferStack {
        kept = List.copyOf(kept);
    }

    /** Nothing kept. */
    static OfferStack none(Ledger open) {
        return new OfferStack(List.of(), open, 0);
    }

    /** Minor units that the buyer gains: what is saved, and what the gifts are worth, which is no part of any price. */
    long gain() {
        long gain = saved;
        for (int i = 0; i < kept.size(); i++) {
            gain += kept.get(i).taken().added().worth();
        }
        return gain;
    }

    /** How many promotions take money off; gifts do not count. */
    int discounts() {
        return kept.size() - gifts();
    }

    int gifts() {
        int gifts = 0;
        for (Kept one : kept) {
            gifts += one.offer().terms().reward().isGift() ? 1 : 0;
        }
        return gifts;
    }

    /**
     * The same promotion may promise something for each of several stores, and several things for each; its statements
     * come in the order written, so what tells them apart comes last.
     */
    private static String name(Kept one) {
        Offer offer = one.offer();
        String ofStore = offer.store().isEmpty() ? offer.promotion() : offer.promotion() + "@" + offer.store();
        return offer.part() == 0 ? ofStore : ofStore + "+" + offer.part();
    }

    /** The keys of the offers, for a tie that nothing else decides. */
    String names() {
        return String.join(" ", kept.stream().map(OfferStack::name).sorted().toList());
    }
}
