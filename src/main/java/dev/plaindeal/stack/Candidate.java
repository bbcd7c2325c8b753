package dev.plaindeal.stack;

import dev.plaindeal.model.Conventions;
import dev.plaindeal.model.Layer;
import dev.plaindeal.model.Offer;
import dev.plaindeal.price.Bound;

/**
 * An offer in the search: where it applies, what it competes for, what it could save at most.
 *
 * @param offer the offer
 * @param conventions those that hold for it
 * @param seats the places it can take at most, numbered within its layer: lines, stores, the basket, or fees
 * @param bound what it could save in any stack; never less than it saves in one
 */
record Candidate(Offer offer, Conventions conventions, int[] seats, Bound bound) {

    private static final int[] NO_SEATS = new int[0];

    /** One to be priced, not searched for: it competes for nothing. */
    static Candidate toPrice(Offer offer, Conventions conventions) {
        return new Candidate(offer, conventions, NO_SEATS, Bound.NOTHING);
    }

    /** Minor units it could save in any stack. */
    long most() {
        return bound.most();
    }

    Layer layer() {
        return offer.terms().layer();
    }
}
