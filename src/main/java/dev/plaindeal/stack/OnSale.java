package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The lines that the shop itself shows at a reduced item price: some offer that comes by itself takes something off them,
 * asked as if there were no other. To an offer that is not for reduced items they are reduced whatever a stack keeps, or
 * leaving a sale price out could pay a buyer more than the merchant meant.
 */
final class OnSale {

    private static final boolean[] NOBODY_ASKS = new boolean[0];

    private OnSale() {}

    /** By place; empty where no offer asks. */
    static boolean[] lines(Candidates candidates) {
        if (candidates.capacity(Layer.ITEM_PRICE) == 0 || !isAsked(candidates.all())) {
            return NOBODY_ASKS;
        }
        long mostOff = StackLimits.mostOff(candidates);
        return lines(candidates.open(), candidates.all(), (one, money) -> money.discount() <= mostOff
                && StackLimits.withinBudget(candidates, List.of(), one.offer(), money));
    }

    /** Those that these offers show, all of them given; empty where none asks. */
    static boolean[] lines(Ledger open, List<Candidate> given) {
        return isAsked(given) ? lines(open, given, (one, money) -> true) : NOBODY_ASKS;
    }

    private static boolean[] lines(Ledger open, List<Candidate> all, BiPredicate<Candidate, Taken> given) {
        long[] list = open.linePrices();
        boolean[] reduced = new boolean[list.length];
        for (Candidate one : all) {
            if (isShown(one.offer())
                    && one.after(open, list).outcome() instanceof Taken money
                    && given.test(one, money)) {
                mark(reduced, money.byLine());
            }
        }
        return reduced;
    }

    private static void mark(boolean[] reduced, long[] shares) {
        for (int i = 0; i < shares.length; i++) {
            reduced[i] |= shares[i] > 0;
        }
    }

    private static boolean isAsked(List<Candidate> all) {
        for (Candidate one : all) {
            if (one.offer().terms().scope().reduced() == Scope.Reduced.EXCLUDED) {
                return true;
            }
        }
        return false;
    }

    /** Nobody has to type, tick or collect anything for it. */
    private static boolean isShown(Offer offer) {
        return offer.terms().layer() == Layer.ITEM_PRICE
                && offer.code().isEmpty()
                && offer.terms().shown().activation() == OfferTerms.Activation.AUTOMATIC;
    }
}
