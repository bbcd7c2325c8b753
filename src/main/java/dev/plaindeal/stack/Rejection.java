package dev.plaindeal.stack;

import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An offer or a presented code that gave nothing.
 *
 * @param promotion the promotion's id, empty for a code nobody knows
 * @param code the presented code as typed, empty for an offer that came by itself
 * @param reason the stable reason
 * @param message a plain sentence with the numbers
 * @param gap what more to spend to get it, where money mends it
 * @param itemsGap how many more items to buy to get it, where items mend it
 * @param holdsFrom when it holds next, where only time has to pass
 * @param facts the numbers and names of the message
 * @param offer which of the promotion's offers, empty for a code that promised nothing
 */
public record Rejection(
        String promotion,
        String code,
        Reason reason,
        String message,
        Optional<Money> gap,
        OptionalLong itemsGap,
        Optional<Instant> holdsFrom,
        Facts facts,
        Optional<Offer> offer) {

    static Rejection of(Offer offer, Reason reason, String message) {
        return of(offer, reason, message, Optional.empty(), OptionalLong.empty());
    }

    static Rejection lacking(Offer offer, Reason reason, String message, Money gap) {
        return of(offer, reason, message, Optional.of(gap), OptionalLong.empty());
    }

    static Rejection lackingItems(Offer offer, String message, long items) {
        return of(offer, Reason.TOO_FEW_ITEMS, message, Optional.empty(), OptionalLong.of(items));
    }

    private static Rejection of(Offer offer, Reason reason, String message, Optional<Money> gap, OptionalLong itemsGap) {
        return of(offer, reason, message, gap, itemsGap, Optional.empty());
    }

    private static Rejection of(
            Offer offer,
            Reason reason,
            String message,
            Optional<Money> gap,
            OptionalLong itemsGap,
            Optional<Instant> holdsFrom) {
        return new Rejection(
                offer.promotion(), offer.code(), reason, message, gap, itemsGap, holdsFrom, new Facts.None(), Optional.of(offer));
    }

    static Rejection untilThen(Offer offer, Reason reason, String message, Optional<Instant> holdsFrom) {
        return of(offer, reason, message, Optional.empty(), OptionalLong.empty(), holdsFrom);
    }

    static Rejection ofCode(String promotion, String typed, Reason reason, String message) {
        return new Rejection(
                promotion, typed, reason, message, Optional.empty(), OptionalLong.empty(), Optional.empty(), new Facts.None(), Optional.empty());
    }

    /** The same with what its message is made of. */
    Rejection with(Facts others) {
        return new Rejection(promotion, code, reason, message, gap, itemsGap, holdsFrom, others, offer);
    }

    /** The store it was offered to, empty for the platform's and for a code that promised nothing. */
    public String store() {
        return offer.map(Offer::store).orElse("");
    }
}
