package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.offer.BuyerDays;
import dev.plaindeal.offer.Dates;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms.Limits;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns away offers that are not open at all: outside their dates, or used up. A limit is the promotion's, whichever of its
 * statements says it.
 */
final class Gate {

    private final Basket basket;
    private final Map<String, Long> inAll;
    private final Map<String, Long> perBuyer;
    /** By presented code. */
    private final Map<String, Long> perCode;
    private final Quotas quotas;

    private Gate(Basket basket, List<Offer> offers) {
        this.basket = basket;
        this.inAll = new HashMap<>();
        this.perBuyer = new HashMap<>();
        this.perCode = new HashMap<>();
        this.quotas = Quotas.of(basket, offers);
        for (Offer offer : offers) {
            Limits limits = offer.terms().limits();
            stated(inAll, offer.promotion(), limits.inAll());
            stated(perBuyer, offer.promotion(), limits.perBuyer());
            stated(perCode, offer.code(), limits.perCode());
        }
        Remaining told = basket.remaining();
        inAll.putAll(told.uses());
        perBuyer.putAll(told.usesByBuyer());
        perCode.putAll(told.usesByCode());
    }

    private static void stated(Map<String, Long> left, String name, long limit) {
        if (limit > 0) {
            left.merge(name, limit, Math::min);
        }
    }

    private static boolean isUsedUp(Map<String, Long> left, String name) {
        Long uses = left.get(name);
        return uses != null && uses < 1;
    }

    static List<Offer> pass(PricedBasket goods, List<Offer> offers, List<Rejection> refused) {
        Gate gate = new Gate(goods.basket(), offers);
        List<Offer> open = new ArrayList<>(offers.size());
        for (Offer offer : offers) {
            Optional<Rejection> refusal = gate.refusal(offer);
            refusal.ifPresentOrElse(refused::add, () -> open.add(gate.quotas.bounded(offer)));
        }
        return open;
    }

    private Optional<Rejection> refusal(Offer offer) {
        Optional<Dates> ofBuyer = offer.terms().dates().of(basket.buyer().attributes(), basket.at());
        return ofBuyer.isPresent() ? refusal(offer, ofBuyer.get()) : Optional.of(dayUnknown(offer));
    }

    private static Rejection dayUnknown(Offer offer) {
        String attribute = offer.terms().dates().ofBuyer().map(BuyerDays::attribute).orElseThrow();
        return Rejection.of(
                offer,
                Reason.DATE_UNKNOWN,
                "Its days are counted from the buyer's " + attribute + ", which the basket does not tell (buyer.attributes).");
    }

    private Optional<Rejection> refusal(Offer offer, Dates dates) {
        if (!dates.mayHold() && !dates.overAt(basket.at())) {
            return Optional.of(Rejection.of(offer, Reason.ENDED, "Its dates and the days of this buyer have no day in common."));
        }
        Optional<Dates.Moment> next = dates.next(basket.at());
        if (!dates.begunAt(basket.at()) && dates.mayHold()) {
            String begins = RejectionSentences.moment(next.or(dates::from).orElseThrow());
            return Optional.of(Rejection.untilThen(offer, Reason.NOT_STARTED, "It begins " + begins, next.map(Dates.Moment::instant))
                    .with(new Facts.Begins(next.or(dates::from).orElseThrow())));
        }
        if (dates.overAt(basket.at())) {
            return Optional.of(Rejection.of(offer, Reason.ENDED, "It ended " + RejectionSentences.moment(dates.until().orElseThrow()))
                    .with(new Facts.Over(dates.until().orElseThrow())));
        }
        if (!dates.scheduledAt(basket.at())) {
            String again = next.map(first -> "again from " + RejectionSentences.moment(first)).orElse("it does not hold again.");
            String sentence = "It holds " + dates.schedule().orElseThrow().text() + "; " + again;
            Rejection refusal = Rejection.untilThen(offer, Reason.OUTSIDE_HOURS, sentence, next.map(Dates.Moment::instant));
            return Optional.of(next.map(first -> refusal.with(new Facts.Begins(first))).orElse(refusal));
        }
        return usedUp(offer);
    }

    /** A guest has no uses of an own to count: what guests use up together, the first would take from all others. */
    private Optional<Rejection> usedUp(Offer offer) {
        if (isUsedUp(inAll, offer.promotion())) {
            return Optional.of(Rejection.of(offer, Reason.LIMIT_REACHED, "It has been used as often as it may be."));
        }
        if (isUsedUp(perCode, offer.code())) {
            return Optional.of(Rejection.of(
                    offer, Reason.LIMIT_REACHED, "The code " + offer.code() + " has been used as often as it may be."));
        }
        if (isUsedUp(perBuyer, offer.promotion())) {
            return Optional.of(Rejection.of(
                    offer, Reason.LIMIT_PER_BUYER_REACHED, "This buyer has used it as often as one buyer may."));
        }
        if (perBuyer.containsKey(offer.promotion()) && !basket.buyer().isKnown()) {
            return Optional.of(Rejection.of(
                    offer,
                    Reason.BUYER_UNKNOWN,
                    "Each buyer may use it only so often, and the basket does not say who the buyer is (buyer.id)."));
        }
        return quotas.usedUp(offer);
    }
}
