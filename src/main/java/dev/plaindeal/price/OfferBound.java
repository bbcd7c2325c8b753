package dev.plaindeal.price;

import dev.plaindeal.money.Percent;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What an offer could save at most in any stack. Immutable.
 *
 * <p>Worked number: 10 % off, rounded for each of 3 units, of 47.99 is 4.80 at most, and 0.03 more for the rounding.
 *
 * @param most minor units, read off the list price
 * @param share of the running price that it takes, empty when it does not go by that
 * @param slack minor units that rounding in parts can add to that
 * @param worth minor units that the gifts it adds are worth together; no part of what it saves
 */
public record OfferBound(long most, Optional<Percent> share, long slack, long worth) {

    /** Of an offer that is only priced. */
    public static final OfferBound NOTHING = new OfferBound(0, Optional.empty(), 0, 0);

    /** Of one that adds nothing to the parcel. */
    public OfferBound(long most, Optional<Percent> share, long slack) {
        this(most, share, slack, 0);
    }

    /** Minor units it could save where so much is left to pay for the goods. */
    public long most(long left) {
        return share.isEmpty() ? most : Math.min(most, share.get().of(left, RoundingMode.UP) + slack);
    }
}
