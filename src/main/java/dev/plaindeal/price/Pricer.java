package dev.plaindeal.price;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.NoAmount;
import dev.plaindeal.price.Outcome.NothingInScope;
import dev.plaindeal.price.Outcome.Taken;
import java.util.Optional;

/**
 * Works out what one offer takes off a running price.
 *
 * <p>The order is always: scope, threshold, benefit, cap, floors, shares. A pure function; thread-safe.
 *
 * <p>Worked number: 10 % off USD 47.99 takes 480 minor units (479.9 rounded half up).
 */
public final class Pricer {

    private static final long[] NONE = new long[0];

    private Pricer() {}

    /**
     * What came of it, and the running price after it.
     *
     * @param ledger unchanged unless the outcome is {@link Taken}
     * @param outcome what came of it
     */
    public record PricedStep(Ledger ledger, Outcome outcome) {}

    /**
     * Asks one offer for its money.
     *
     * @param before the running price; a layer begins by itself when the offer's layer differs from the last one's
     * @param offer the offer
     * @param conventions those that hold for it
     * @param finals price of each line after the whole stack, for offers that measure it; any array for others
     */
    public static PricedStep apply(Ledger before, Offer offer, Conventions conventions, long[] finals) {
        return apply(before, offer, conventions, finals, before.goods.admitted(offer));
    }

    /**
     * The same of one that is asked again and again.
     *
     * @param admitted which lines of the basket the offer admits, as {@link PricedBasket#admitted} says; nobody writes to it
     */
    public static PricedStep apply(
            Ledger before, Offer offer, Conventions conventions, long[] finals, boolean[] admitted) {
        Ledger ledger = before.entering(offer.terms().layer());
        PricingContext asked = new PricingContext(ledger, offer, conventions, finals, admitted);
        if (!NamedCurrencies.named(offer.terms(), ledger.goods.currency)) {
            return new PricedStep(before, new NoAmount());
        }
        if (asked.touchesNothing()) {
            return new PricedStep(before, new NothingInScope());
        }
        return offer.terms().reward().matchGroup(new StepByGroup(before, asked));
    }

    /** What came of an offer by what it takes money off. */
    private record StepByGroup(Ledger before, PricingContext asked) implements Reward.Groups<PricedStep> {
        @Override
        public PricedStep goods(Reward.OnGoods reward) {
            Proposal wanted = RewardPricing.of(asked, reward);
            return wanted.take().isPresent()
                    ? reaching(settle(asked, wanted.take().get()), wanted.tier())
                    : new PricedStep(before, wanted.missed());
        }

        @Override
        public PricedStep fees(Reward.Shipping reward) {
            Optional<Missed> missed = ThresholdCheck.lacking(asked);
            return missed.isPresent() ? new PricedStep(before, missed.get()) : FeeDiscounts.take(asked, reward.benefit());
        }

        @Override
        public PricedStep gift(Reward.Gift reward) {
            return new PricedStep(before, GiftNumbers.of(asked, reward));
        }
    }

    /**
     * What a ladder, an "every" offer or a begun deal on items lacks to its next step; empty where it has none, or has
     * reached the last.
     *
     * @param before the running price at its place, and the rest as for {@link #apply}
     */
    public static Optional<Missed> ahead(Ledger before, Offer offer, Conventions conventions, long[] finals) {
        Ledger ledger = before.entering(offer.terms().layer());
        return NamedCurrencies.named(offer.terms(), ledger.goods.currency)
                ? RewardPricing.ahead(new PricingContext(ledger, offer, conventions, finals, ledger.goods.admitted(offer)))
                : Optional.empty();
    }

    private static PricedStep reaching(PricedStep step, int tier) {
        return tier == 0 ? step : new PricedStep(step.ledger(), ((Taken) step.outcome()).reaching(tier));
    }

    /** Cap, then floors, then shares. */
    private static PricedStep settle(PricingContext asked, Discount take) {
        long cap = asked.cap();
        boolean capped = take.total() > cap;
        long total = Math.min(take.total(), cap);
        Conventions.Spare spare = asked.conventions.spare();
        long[] room = LineMinimum.room(asked);
        long[] shares = take.isFixed() && !capped ? take.shares() : Allocator.share(total, take.weights(), spare, asked.ledger.goods.turn);
        long[] held = take.isFixed()
                ? LineMinimum.cut(shares, room)
                : LineMinimum.moved(shares, take.weights(), room, spare, asked.ledger.goods.turn);
        long discount = Ledger.sum(held);
        Taken taken = new Taken(
                discount, held, NONE, capped || take.capped(), Math.max(0, total - discount), 0, Ledger.sum(take.used()));
        return new PricedStep(asked.ledger.less(held, NONE, take.used(), asked.offer), taken);
    }
}
