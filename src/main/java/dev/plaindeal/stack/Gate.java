package dev.plaindeal.stack;

import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Dates;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Terms.Limits;
import dev.plaindeal.price.Goods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns away offers that are not open at all: outside their dates, or used up. */
final class Gate {

    private Gate() {}

    static List<Offer> pass(Goods goods, List<Offer> offers, List<Refusal> refused) {
        List<Offer> open = new ArrayList<>(offers.size());
        for (Offer offer : offers) {
            Optional<Refusal> refusal = refusal(goods.basket(), offer);
            refusal.ifPresentOrElse(refused::add, () -> open.add(offer));
        }
        return open;
    }

    private static Optional<Refusal> refusal(Basket basket, Offer offer) {
        Dates dates = offer.terms().dates();
        if (!dates.begunAt(basket.at())) {
            return Optional.of(Refusal.of(offer, Reason.NOT_STARTED, "It begins " + Sentences.moment(dates.from().orElseThrow())));
        }
        if (dates.overAt(basket.at())) {
            return Optional.of(Refusal.of(offer, Reason.ENDED, "It ended " + Sentences.moment(dates.until().orElseThrow())));
        }
        return usedUp(basket, offer);
    }

    private static Optional<Refusal> usedUp(Basket basket, Offer offer) {
        Limits limits = offer.terms().limits();
        if (left(basket.remaining().uses().get(offer.promotion()), limits.inAll()) < 1) {
            return Optional.of(Refusal.of(offer, Reason.LIMIT_REACHED, "It has been used as often as it may be."));
        }
        if (left(basket.remaining().usesByBuyer().get(offer.promotion()), limits.perBuyer()) < 1) {
            return Optional.of(Refusal.of(
                    offer, Reason.LIMIT_PER_BUYER_REACHED, "This buyer has used it as often as one buyer may."));
        }
        return Optional.empty();
    }

    private static long left(@org.jspecify.annotations.Nullable Long told, long limit) {
        if (told != null) {
            return told;
        }
        return limit == 0 ? Long.MAX_VALUE : limit;
    }
}
