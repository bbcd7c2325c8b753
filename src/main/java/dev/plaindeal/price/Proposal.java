package dev.plaindeal.price;

import dev.plaindeal.price.Outcome.Missed;
import java.util.Optional;

/**
 * What an offer would like to take, or what it lacks.
 *
 * @param take what it would like to take, empty where it lacks something
 * @param missed what it lacks, {@link #NOTHING} otherwise
 * @param tier which tier it reached, from 1, 0 where it has none
 */
record Proposal(Optional<Discount> take, Missed missed, int tier) {

    private static final Missed NOTHING = new Missed(Outcome.Measure.MONEY, 0, 0);

    static Proposal of(Discount take) {
        return of(take, 0);
    }

    static Proposal of(Discount take, int tier) {
        return new Proposal(Optional.of(take), NOTHING, tier);
    }

    static Proposal lacks(Missed missed) {
        return new Proposal(Optional.empty(), missed, 0);
    }

    /** The same with what it takes spread over the items of the deal as the conventions say. */
    Proposal spread(PricingContext asked) {
        return take.isPresent() ? of(Spreading.over(asked, take.get()), tier) : this;
    }

    /** How far it is from holding, in whatever is counted. */
    long gap() {
        return Math.abs(missed.needed() - missed.have());
    }
}
