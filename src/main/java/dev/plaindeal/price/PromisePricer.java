package dev.plaindeal.price;

import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.Taken;
import java.util.Optional;

/**
 * Works out what one offer promises for later on what is paid for the goods: what it would take off that price, of which nothing is
 * deducted. Points are whole; what is not enough for one more is not promised.
 *
 * <p>A pure function; thread-safe. No promise is more than what is paid for the goods it is for, and minimum prices of lines do
 * not bound it, because no price falls by it.
 *
 * <p>Worked number: 5 % cashback on 259.99 paid is 13.00; as points of 0.01 it is 1,300 points, as points of 0.05 it is 259 of
 * them, worth 12.95.
 */
public final class PromisePricer {

    private PromisePricer() {}

    /**
     * The conventions that hold for a promise: percentages and thresholds go by the final price, or by the list price where the
     * promotion itself says so.
     */
    public static Conventions conventions(OfferTerms terms, Policy policy) {
        Conventions usual = terms.conventions(policy);
        return with(usual, listOr(Basis.FINAL, terms.choices().percentOf()), listOr(Basis.FINAL, terms.choices().thresholdOn()));
    }

    private static Basis listOr(Basis other, Optional<Basis> said) {
        return said.filter(Basis.LIST::equals).orElse(other);
    }

    private static Conventions with(Conventions usual, Basis percentOf, Basis thresholdOn) {
        return new Conventions(usual.rounds(), usual.grain(), usual.mode(), usual.spare(), percentOf, thresholdOn, usual.spread());
    }

    /**
     * What an offer promises.
     *
     * @param paid the price after everything that comes off today
     * @param conventions those of a promise
     */
    public static Outcome of(Ledger paid, Offer offer, Conventions conventions) {
        Ledger closed = paid.closed();
        Outcome outcome = Pricer.apply(closed, offer, asPriced(conventions), closed.lines).outcome();
        return outcome instanceof Taken taken ? whole(taken, offer.terms().payout(), closed) : outcome;
    }

    /** What it lacks to its next step, see {@link Pricer#ahead}. */
    public static Optional<Missed> ahead(Ledger paid, Offer offer, Conventions conventions) {
        Ledger closed = paid.closed();
        return Pricer.ahead(closed, offer, asPriced(conventions), closed.lines);
    }

    /** At the end of the stack the final price is the price so far. */
    private static Conventions asPriced(Conventions conventions) {
        return with(conventions, asPriced(conventions.percentOf()), asPriced(conventions.thresholdOn()));
    }

    private static Basis asPriced(Basis basis) {
        return basis.equals(Basis.LIST) ? basis : Basis.SO_FAR;
    }

    /** A share of a line never grows by what is cut off the whole. */
    private static Taken whole(Taken taken, Payout payout, Ledger closed) {
        Currency currency = closed.goods.currency;
        long whole = payout.whole(taken.discount(), currency);
        if (whole == taken.discount()) {
            return taken;
        }
        long[] shares = Allocator.share(whole, taken.byLine(), Conventions.Spare.LARGEST_REMAINDER, closed.goods.turn);
        return new Taken(whole, shares, taken.byFee(), taken.capped(), taken.givenUp(), taken.tier());
    }
}
