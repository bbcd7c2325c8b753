package dev.plaindeal.stack;

import dev.plaindeal.model.Conventions;
import dev.plaindeal.model.Layer;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Percent;
import java.util.Optional;

/**
 * An offer in the search: where it applies, what it competes for, what it could save at most.
 *
 * @param offer the offer
 * @param conventions those that hold for it
 * @param seats the places it takes, numbered within its layer: lines, stores, the basket, or fees
 * @param most minor units it could save in any stack; never less than it saves in one
 * @param share of the running price that it takes, empty when it does not go by that
 */
record Candidate(Offer offer, Conventions conventions, int[] seats, long most, Optional<Percent> share) {

    private static final int[] NO_SEATS = new int[0];

    /** One to be priced, not searched for: it competes for nothing. */
    static Candidate toPrice(Offer offer, Conventions conventions) {
        return new Candidate(offer, conventions, NO_SEATS, 0, Optional.empty());
    }

    Layer layer() {
        return offer.terms().layer();
    }
}
