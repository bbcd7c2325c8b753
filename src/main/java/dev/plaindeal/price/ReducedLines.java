package dev.plaindeal.price;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Scope;

/** Which lines an offer would be for, if they were not reduced already. */
public final class ReducedLines {

    private ReducedLines() {}

    /**
     * Whether an offer that is not for reduced items leaves out some of its lines for that.
     *
     * @param before the running price; the offer's layer begins by itself
     */
    public static boolean leavesOutSome(Ledger before, Offer offer) {
        for (boolean one : leftOut(before, offer)) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** The lines left out, by their places; none for an offer that is for reduced items, too. */
    public static boolean[] leftOut(Ledger before, Offer offer) {
        boolean[] left = new boolean[before.lines.length];
        if (offer.terms().scope().reduced() == Scope.Reduced.EXCLUDED) {
            Ledger ledger = before.entering(offer.terms().layer());
            for (int i = 0; i < left.length; i++) {
                left[i] = offer.isFor(ledger.goods.lines[i]) && ledger.reduced(i);
            }
        }
        return left;
    }
}
