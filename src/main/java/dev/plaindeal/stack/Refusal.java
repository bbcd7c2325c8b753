package dev.plaindeal.stack;

import dev.plaindeal.model.Money;
import dev.plaindeal.model.Offer;
import java.util.Optional;

/**
 * An offer or a presented code that gave nothing.
 *
 * @param promotion the promotion's id, empty for a code nobody knows
 * @param code the presented code as typed, empty for an offer that came by itself
 * @param reason the stable reason
 * @param message a plain sentence with the numbers
 * @param gap what more to spend to get it, where money mends it
 * @param offer which of the promotion's offers, empty for a code that promised nothing
 */
public record Refusal(
        String promotion, String code, Reason reason, String message, Optional<Money> gap, Optional<Offer> offer) {

    static Refusal of(Offer offer, Reason reason, String message) {
        return new Refusal(offer.promotion(), offer.code(), reason, message, Optional.empty(), Optional.of(offer));
    }

    static Refusal lacking(Offer offer, Reason reason, String message, Money gap) {
        return new Refusal(offer.promotion(), offer.code(), reason, message, Optional.of(gap), Optional.of(offer));
    }

    static Refusal ofCode(String promotion, String typed, Reason reason, String message) {
        return new Refusal(promotion, typed, reason, message, Optional.empty(), Optional.empty());
    }
}
