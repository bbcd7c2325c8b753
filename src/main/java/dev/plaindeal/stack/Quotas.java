package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Dates;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Period;
import dev.plaindeal.offer.Quota.Holder;
import dev.plaindeal.offer.Quota;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What each buyer may have of promotions, each store's goods may get, and anybody in a period: as the host tells it, else as the promotion declares it. A
 * quota is the promotion's, whichever of its statements says it.
 */
final class Quotas {

    private final Basket basket;
    private final Map<String, Set<Quota>> byPromotion;

    private Quotas(Basket basket, Map<String, Set<Quota>> byPromotion) {
        this.basket = basket;
        this.byPromotion = byPromotion;
    }

    static Quotas of(Basket basket, Iterable<Offer> offers) {
        // Asked for every offer, and hardly any has one.
        Map<String, Set<Quota>> byPromotion = Map.of();
        for (Offer offer : offers) {
            if (!offer.terms().limits().quotas().isEmpty()) {
                byPromotion = byPromotion.isEmpty() ? new HashMap<>() : byPromotion;
                byPromotion.computeIfAbsent(offer.promotion(), first -> new LinkedHashSet<>()).addAll(offer.terms().limits().quotas());
            }
        }
        return new Quotas(basket, byPromotion);
    }

    /** Why nothing is left of it, empty where something is. */
    Optional<Rejection> usedUp(Offer offer) {
        for (Quota quota : of(offer)) {
            if (quota.whose() == Holder.EACH_BUYER && !basket.buyer().isKnown()) {
                return Optional.of(Rejection.of(
                        offer,
                        Reason.BUYER_UNKNOWN,
                        "Each buyer may have only so much of it, and the basket does not say who the buyer is (buyer.id)."));
            }
            OptionalLong left = left(offer, quota);
            if (left.isPresent() && left.getAsLong() < 1) {
                return Optional.of(refusal(offer, quota));
            }
        }
        return Optional.empty();
    }

    /** Items are counted of the statements that say so. */
    private List<Quota> of(Offer offer) {
        return byPromotion.isEmpty() ? List.of() : byPromotion.getOrDefault(offer.promotion(), Set.of()).stream()
                .filter(quota -> quota.counts(offer))
                .filter(quota -> !(quota.most() instanceof Quota.CountedItems) || offer.terms().limits().quotas().contains(quota))
                .toList();
    }

    private Rejection refusal(Offer offer, Quota quota) {
        Optional<Instant> next = quota.period()
                .map(period -> period.next(basket.at()))
                .flatMap(begin -> offer.terms().dates().of(basket.buyer().attributes(), begin).flatMap(dates -> opening(dates, begin)));
        Reason reason = quota.whose() == Holder.EACH_BUYER
                ? Reason.LIMIT_PER_BUYER_REACHED
                : quota.most() instanceof Quota.CountedMoney ? Reason.BUDGET_SPENT : Reason.LIMIT_REACHED;
        String again = next.flatMap(begin -> quota.period().map(period -> RejectionSentences.moment(Dates.Moment.at(begin, period.zone()))))
                .map(moment -> "; again from " + moment)
                .orElse(".");
        return Rejection.untilThen(offer, reason, sentence(quota) + again, next);
    }

    /** When it holds from this moment on, empty where it is over by then. */
    private static Optional<Instant> opening(Dates dates, Instant from) {
        return dates.holdsAt(from) ? Optional.of(from) : dates.next(from).map(Dates.Moment::instant).filter(dates::holdsAt);
    }

    private static String sentence(Quota quota) {
        String when = (quota.whose() == Holder.EACH_STORE ? " for this store" : "") + quota.period().map(Quotas::within).orElse("");
        boolean buyer = quota.whose() == Holder.EACH_BUYER;
        if (quota.most() instanceof Quota.CountedMoney) {
            String what = quota.fund().map(name -> "The budget " + name + ", from which it comes,").orElse("What it gives away") + when;
            return buyer ? "This buyer has saved by it as much as one buyer may" + when : what + " is spent";
        }
        if (quota.most() instanceof Quota.CountedItems) {
            return buyer ? "This buyer has had it for as many items as one buyer may" + when : "It has been given for as many items as it may be" + when;
        }
        return buyer ? "This buyer has used it as often as one buyer may" + when : "It has been used as often as it may be" + when;
    }

    private static String within(Period period) {
        return " in a " + period.length().key();
    }

    /** Uses or minor units, empty where there is no amount in the basket's currency. */
    OptionalLong left(Offer offer, Quota quota) {
        String name = quota.name(offer, basket.at());
        Remaining told = basket.remaining();
        boolean buyer = quota.whose() == Holder.EACH_BUYER;
        OptionalLong left = quota.most().in(basket.currency());
        if (quota.most() instanceof Quota.CountedMoney) {
            Money money = (buyer ? told.budgetByBuyer() : told.budget()).get(name);
            return money == null ? left : OptionalLong.of(money.minor());
        }
        Long uses = counted(quota.most() instanceof Quota.CountedItems, buyer, told).get(name);
        return uses == null ? left : OptionalLong.of(uses);
    }

    private static Map<String, Long> counted(boolean items, boolean buyer, Remaining told) {
        if (items) {
            return buyer ? told.itemsByBuyer() : told.items();
        }
        return buyer ? told.usesByBuyer() : told.uses();
    }

    /** The offer with no more than this buyer may still be given of it. */
    Offer bounded(Offer offer) {
        Offer bounded = offer;
        for (Quota quota : of(offer)) {
            OptionalLong left = quota.whose() == Holder.EACH_BUYER && quota.most() instanceof Quota.CountedMoney
                    ? left(offer, quota)
                    : OptionalLong.empty();
            if (left.isPresent() && !offer.terms().reward().isGift()) {
                bounded = bounded.with(bounded.terms().atMost(new Money(left.getAsLong(), basket.currency())));
            }
        }
        int items = items(offer);
        return items < Integer.MAX_VALUE ? bounded.with(bounded.terms().onItems(items)) : bounded;
    }

    /** How many items may still get it, {@link Integer#MAX_VALUE} where their number is not limited. */
    int items(Offer offer) {
        long items = Integer.MAX_VALUE;
        for (Quota quota : of(offer)) {
            if (quota.most() instanceof Quota.CountedItems) {
                items = Math.min(items, left(offer, quota).orElse(items));
            }
        }
        return (int) items;
    }

    /** Minor units that promotions may still take off in all their offers together. */
    Map<String, Long> money(Iterable<Offer> offers) {
        if (byPromotion.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> money = new HashMap<>();
        for (Offer offer : offers) {
            offer.terms().limits().quotas().stream()
                    .filter(quota -> quota.most() instanceof Quota.CountedMoney && !Funds.isFund(quota))
                    .forEach(quota -> left(offer, quota).ifPresent(left -> money.merge(offer.promotion(), left, Math::min)));
        }
        return money;
    }
}
