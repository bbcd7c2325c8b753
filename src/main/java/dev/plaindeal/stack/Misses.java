package dev.plaindeal.stack;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome;
import dev.plaindeal.price.ReducedLines;
import java.util.List;
import java.util.Optional;

/** Refusals of offers that do not hold, with what they lack. */
final class Misses {

    private final Currency currency;

    Misses(Currency currency) {
        this.currency = currency;
    }

    /**
     * Why an offer cannot hold in this basket at all, from what came of it alone; empty where other goods could mend it.
     *
     * @param open the prices it was asked at
     */
    Optional<Rejection> never(Offer offer, Outcome alone, Ledger open) {
        if (alone instanceof Outcome.NoAmount) {
            return Optional.of(Rejection.of(offer, Reason.NO_AMOUNT_IN_CURRENCY, "It names no amount in " + currency + "."));
        }
        if (!(alone instanceof Outcome.NothingInScope)) {
            return Optional.empty();
        }
        return Optional.of(ReducedLines.leavesOutSome(open, offer)
                ? reduced(offer, List.of())
                : Rejection.of(offer, Reason.NOTHING_IN_SCOPE, "Nothing in the basket is what it is for."));
    }

    /** All that it is for is reduced: by these promotions, or by the seller where none is named. */
    static Rejection reduced(Offer offer, List<String> by) {
        String who = by.isEmpty() ? "" : " by " + String.join(" and ", by);
        return Rejection.of(
                offer,
                Reason.ALREADY_REDUCED,
                "What it is for is already reduced" + who + ", and it is not for reduced items.");
    }

    /**
     * Not met even alone: the gap is that of the offer alone, because with so much more it may win another's place.
     *
     * @param before the prices at its place
     */
    Rejection notMet(Offer offer, Missed alone, Missed here, Ledger before) {
        if (alone.isTooMuch() || here.isTooMuch()) {
            return tooMuch(offer, alone.isTooMuch() ? alone : here);
        }
        String reduced = counting(offer, before, ", reduced items do not");
        if (alone.measure() == Measure.ITEMS) {
            return tooFew(offer, alone, counted(alone.have()) + reduced);
        }
        boolean less = here.measure() == alone.measure() && here.needed() == alone.needed() && here.have() < alone.have();
        String message = less
                ? money(alone.have()) + " counts towards it before the other discounts and " + money(here.have())
                        + " after them" + reduced + "; at least " + money(gap(alone)) + " more is needed."
                : money(alone.have()) + " counts towards it" + reduced + "; " + enough(offer, money(gap(alone)), "is");
        return lacking(offer, Reason.THRESHOLD_NOT_MET, alone, message);
    }

    private static String counted(long items) {
        return items == 0 ? "none counts towards it" : items + (items == 1 ? " counts" : " count") + " towards it";
    }

    /** Met alone, and no more after the others. */
    Rejection lost(Offer offer, Missed here, Ledger before) {
        if (here.isTooMuch()) {
            return tooMuch(offer, here);
        }
        String reduced = counting(offer, before, ", reduced items do not count");
        if (here.measure() == Measure.ITEMS) {
            return tooFew(offer, here, "the other promotions leave it " + here.have() + reduced);
        }
        // At least: the others may take their part of what is added, too.
        String message = "after the other discounts " + money(here.have()) + " is left" + reduced + "; at least "
                + money(gap(here)) + " more is needed.";
        return lacking(offer, Reason.THRESHOLD_LOST, here, message);
    }

    /** This, where reduced items do not count and there are some; a threshold over other goods counts those as they are. */
    private static String counting(Offer offer, Ledger before, String said) {
        boolean ownGoods = offer.terms().threshold().map(Threshold::reach).orElse(Threshold.Reach.SCOPE) == Threshold.Reach.SCOPE;
        return ownGoods && ReducedLines.leavesOutSome(before, offer) ? said : "";
    }

    /** No more of anything mends it, so no gap is told. */
    private Rejection tooMuch(Offer offer, Missed missed) {
        boolean items = missed.measure() == Measure.ITEMS_AT_MOST;
        String most = items ? RejectionSentences.items(missed.needed()) : money(missed.needed());
        String has = items ? counted(missed.have()) : money(missed.have()) + " counts towards it";
        return Rejection.of(offer, Reason.CONDITION_NOT_MET, "It is for at most " + most + onOneLine(offer, missed) + ", and " + has + ".")
                .with(items ? new Facts.ItemsAtMost(missed.needed()) : new Facts.MoneyAtMost(new Money(missed.needed(), currency)));
    }

    private static Rejection tooFew(Offer offer, Missed missed, String has) {
        long gap = missed.needed() - missed.have();
        String message = "It needs " + RejectionSentences.items(missed.needed()) + onOneLine(offer, missed) + ", " + has + "; "
                + enough(offer, RejectionSentences.items(gap), gap == 1 ? "is" : "are");
        return Rejection.lackingItems(offer, message, gap).with(new Facts.ItemsNeeded(missed.needed(), missed.have()));
    }

    private Rejection lacking(Offer offer, Reason reason, Missed missed, String has) {
        String above = missed.measure() == Measure.MONEY_ABOVE ? "more than " : "";
        String message = "It needs " + above + money(missed.needed()) + onOneLine(offer, missed) + ", " + has;
        return Rejection.lacking(offer, reason, message, new Money(gap(missed), currency))
                .with(new Facts.MoneyNeeded(
                        new Money(gap(missed) + missed.have(), currency), new Money(missed.have(), currency)));
    }

    private static String onOneLine(Offer offer, Missed missed) {
        Scope.Counting counting = offer.terms().scope().counting();
        if (!counting.isApart() || isOfMore(offer, missed)) {
            return "";
        }
        return counting.isLineByLine() ? " on one line" : " of one " + counting.word();
    }

    /** Whether this is what the offer asks of more than it is for, which is counted over all lines. */
    private static boolean isOfMore(Offer offer, Missed missed) {
        return offer.terms().threshold().stream()
                .flatMap(first -> first.all().stream())
                .anyMatch(one -> one.reach() != Threshold.Reach.SCOPE && one.level().match(new IsOf(missed)));
    }

    private record IsOf(Missed missed) implements Level.Cases<Boolean> {
        @Override
        public Boolean spend(Level.Spend level) {
            return missed.measure() != Measure.ITEMS && level.amounts().minorByCode().containsValue(missed.needed());
        }

        @Override
        public Boolean items(Level.Items level) {
            return missed.measure() == Measure.ITEMS && level.count() == missed.needed();
        }
    }

    /** An offer that asks for something besides may not hold with that alone. */
    private static String enough(Offer offer, String gap, String is) {
        return asksMore(offer) ? "at least " + gap + " more " + is + " needed." : gap + " more would do.";
    }

    /** Whether it asks for money and for items, or for a spend and a deal on items. */
    static boolean asksMore(Offer offer) {
        Optional<Threshold> threshold = offer.terms().threshold();
        return threshold.isPresent() && offer.terms().reward() instanceof Reward.UnitDeal || threshold.flatMap(Threshold::also).isPresent();
    }

    private static long gap(Missed missed) {
        return missed.needed() - missed.have() + (missed.measure() == Measure.MONEY_ABOVE ? 1 : 0);
    }

    private String money(long minor) {
        return RejectionSentences.money(minor, currency);
    }
}
