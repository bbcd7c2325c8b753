package dev.plaindeal.stack;

import dev.plaindeal.model.Conventions;
import dev.plaindeal.model.Layer;
import dev.plaindeal.model.Offer;

/**
 * An offer in the search: where it applies, what it competes for, what it could save at most.
 *
 * @param offer the offer
 * @param conventions those that hold for it
 * @param seats the places it takes, numbered within its layer: lines, stores, the basket, or fees
 * @param most minor units it could save in any stack; never less than it saves in one
 */
record Candidate(Offer offer, Conventions conventions, int[] seats, long most) {

    Layer layer() {
        return offer.terms().layer();
    }
}
