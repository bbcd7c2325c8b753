package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.OfferBound;
import dev.plaindeal.price.Pricer;

/**
 * An offer in the search: where it applies, what it competes for, what it could save at most.
 *
 * @param offer the offer
 * @param conventions those that hold for it
 * @param slots the places it can take at most, numbered within its layer: lines, stores, the basket, or fees
 * @param admitted which lines it may touch at all
 * @param bound what it could save in any stack; never less than it saves in one
 * @param admitted which lines it may touch at all
 */
record Candidate(Offer offer, Conventions conventions, int[] slots, OfferBound bound, boolean[] admitted) {

    private static final int[] NO_SLOTS = new int[0];

    /** One to be priced, not searched for: it competes for nothing. */
    static Candidate toPrice(Ledger prices, Offer offer, Conventions conventions) {
        return new Candidate(offer, conventions, NO_SLOTS, OfferBound.NOTHING, prices.admitted(offer));
    }

    /** Asked for its money, see {@link Pricer#apply(Ledger, Offer, Conventions, long[])}. */
    Pricer.PricedStep after(Ledger before, long[] finals) {
        return Pricer.apply(before, offer, conventions, finals, admitted);
    }

    /** Minor units it could save in any stack. */
    long most() {
        return bound.most();
    }

    /** Minor units that the gifts it adds are worth at most. */
    long worth() {
        return bound.worth();
    }

    Layer layer() {
        return offer.terms().layer();
    }
}
