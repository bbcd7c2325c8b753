package dev.plaindeal.stack;

import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Money;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Reward;
import dev.plaindeal.model.Threshold;
import dev.plaindeal.price.Outcome;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import java.util.Optional;

/** Refusals of offers that do not hold, with what they lack. */
final class Misses {

    private final Currency currency;

    Misses(Currency currency) {
        this.currency = currency;
    }

    /** Why an offer cannot hold in this basket at all, from what came of it alone; empty where other goods could mend it. */
    Optional<Refusal> never(Offer offer, Outcome alone) {
        if (alone instanceof Outcome.NoAmount) {
            return Optional.of(Refusal.of(offer, Reason.NO_AMOUNT_IN_CURRENCY, "It names no amount in " + currency + "."));
        }
        return alone instanceof Outcome.NothingInScope
                ? Optional.of(Refusal.of(offer, Reason.NOTHING_IN_SCOPE, "Nothing in the basket is what it is for."))
                : Optional.empty();
    }

    /** Not met even alone: the gap is that of the offer alone, because with so much more it may win another's place. */
    Refusal notMet(Offer offer, Missed alone, Missed here) {
        if (alone.measure() == Measure.ITEMS) {
            return tooFew(offer, alone, "the basket has ");
        }
        boolean less = here.measure() == alone.measure() && here.needed() == alone.needed() && here.have() < alone.have();
        String message = less
                ? money(alone.have()) + " counts towards it before the other discounts and " + money(here.have())
                        + " after them; at least " + money(gap(alone)) + " more is needed."
                : money(alone.have()) + " counts towards it; " + enough(offer, money(gap(alone)));
        return lacking(offer, Reason.THRESHOLD_NOT_MET, alone, message);
    }

    /** Met alone, and no more after the others. */
    Refusal lost(Offer offer, Missed here) {
        if (here.measure() == Measure.ITEMS) {
            return tooFew(offer, here, "the other promotions leave it ");
        }
        // At least: the others may take their part of what is added, too.
        String message = "after the other discounts " + money(here.have()) + " is left; at least " + money(gap(here))
                + " more is needed.";
        return lacking(offer, Reason.THRESHOLD_LOST, here, message);
    }

    private static Refusal tooFew(Offer offer, Missed missed, String has) {
        return Refusal.of(
                offer,
                Reason.TOO_FEW_ITEMS,
                "It needs " + Sentences.items(missed.needed()) + ", " + has + missed.have() + "; "
                        + Sentences.items(missed.needed() - missed.have()) + " more would do.");
    }

    private Refusal lacking(Offer offer, Reason reason, Missed missed, String has) {
        String above = missed.measure() == Measure.MONEY_ABOVE ? "more than " : "";
        String message = "It needs " + above + money(missed.needed()) + ", " + has;
        return Refusal.lacking(offer, reason, message, new Money(gap(missed), currency));
    }

    /** An offer that asks for something besides the money may not hold with the money alone. */
    private static String enough(Offer offer, String gap) {
        boolean asksMore = isDeal(offer.terms().reward())
                || offer.terms().threshold().flatMap(Threshold::also).isPresent();
        return asksMore ? "at least " + gap + " more is needed." : gap + " more would do.";
    }

    private static boolean isDeal(Reward reward) {
        return reward instanceof Reward.Sets
                || reward instanceof Reward.Nth
                || reward instanceof Reward.BuyGet
                || reward instanceof Reward.Single;
    }

    private static long gap(Missed missed) {
        return missed.needed() - missed.have() + (missed.measure() == Measure.MONEY_ABOVE ? 1 : 0);
    }

    private String money(long minor) {
        return Sentences.money(minor, currency);
    }
}
