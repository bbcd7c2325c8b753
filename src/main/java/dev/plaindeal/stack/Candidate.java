package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.OfferBound;

/**
 * An offer in the search: where it applies, what it competes for, what it could save at most.
 *
 * @param offer the offer
 * @param conventions those that hold for it
 * @param slots the places it can take at most, numbered within its layer: lines, stores, the basket, or fees
 * @param bound what it could save in any stack; never less than it saves in one
 */
record Candidate(Offer offer, Conventions conventions, int[] slots, OfferBound bound) {

    private static final int[] NO_SLOTS = new int[0];

    /** One to be priced, not searched for: it competes for nothing. */
    static Candidate toPrice(Offer offer, Conventions conventions) {
        return new Candidate(offer, conventions, NO_SLOTS, OfferBound.NOTHING);
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
