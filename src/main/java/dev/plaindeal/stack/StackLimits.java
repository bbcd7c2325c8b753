package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Quota;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.PricedBasket;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Ceilings over a whole stack: the policy's largest discount and least to pay, and the budgets of promotions. */
final class StackLimits {

    private StackLimits() {}

    /** The most a stack may take off this basket, in minor units. */
    static long mostOff(Candidates candidates) {
        return mostOff(candidates.goods(), candidates.policy());
    }

    static long mostOff(PricedBasket goods, Policy policy) {
        var basket = goods.basket();
        long list = goods.listTotal();
        long most = list;
        if (policy.mostOff().isPresent()) {
            Policy.MostOff ceiling = policy.mostOff().get();
            most = ceiling.share().map(share -> share.of(list, RoundingMode.DOWN)).orElse(most);
            most = ceiling.amounts().flatMap(a -> a.in(basket.currency())).map(Money::minor).orElse(most);
        }
        long least = policy.leastToPay().flatMap(a -> a.in(basket.currency())).map(Money::minor).orElse(0L);
        return Math.min(most, Math.max(0, list - least));
    }

    /** Minor units that any stack gains at most: what may come off, and what all gifts are worth. */
    static long mostGained(Candidates candidates) {
        long most = mostOff(candidates);
        for (Candidate one : candidates.all()) {
            most += one.worth();
        }
        return most;
    }

    /** Whether a stack breaks no ceiling. */
    static boolean allow(Candidates candidates, OfferStack stack) {
        return stack.saved() <= mostOff(candidates) && overspent(candidates, stack).isEmpty();
    }

    /** The first offer with which a promotion takes more than its budget holds, and what the promotion takes then. */
    static Optional<Map.Entry<Offer, Long>> overspent(Candidates candidates, OfferStack stack) {
        List<Kept> kept = stack.kept();
        for (int i = 0; i < kept.size(); i++) {
            Kept one = kept.get(i);
            List<Kept> before = kept.subList(0, i);
            if (!withinBudget(candidates, before, one.offer(), one.taken())) {
                return Optional.of(Map.entry(one.offer(), taken(before, one.offer()) + one.taken().discount()));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether the promotion's budget still holds this discount besides what its other offers take; a discount is given
     * whole or not at all.
     */
    static boolean withinBudget(Candidates candidates, List<Kept> before, Offer offer, Taken money) {
        OptionalLong left = candidates.budgetLeft(offer);
        return (left.isEmpty() || taken(before, offer) + money.discount() <= left.getAsLong())
                && candidates.funds().overdrawn(before, offer, money.discount()).isEmpty()
                && withinItems(candidates, before, offer, money);
    }

    /** Whether as many items may still get it besides those that its other offers take. */
    static boolean withinItems(Candidates candidates, List<Kept> before, Offer offer, Taken money) {
        for (Quota quota : offer.terms().limits().quotas()) {
            if (quota.most() instanceof Quota.CountedItems && items(before, offer, quota) + money.items() > candidates.left(offer, quota)) {
                return false;
            }
        }
        return true;
    }

    private static long items(List<Kept> before, Offer offer, Quota quota) {
        long items = 0;
        for (Kept one : before) {
            boolean counts = quota.countsTogether(one.offer(), offer) && one.offer().terms().limits().mostItems().isPresent();
            items += counts ? one.taken().items() : 0;
        }
        return items;
    }

    static long taken(List<Kept> before, Offer offer) {
        long taken = 0;
        for (Kept one : before) {
            taken += one.offer().promotion().equals(offer.promotion()) ? one.taken().discount() : 0;
        }
        return taken;
    }

    /**
     * Minor units that budgets still hold, by promotion: what the host told, else what the promotion declares. A budget
     * is the promotion's, whichever of its offers states it.
     */
    static Map<String, Long> budgets(Basket basket, List<Offer> offers) {
        Map<String, Long> left = new HashMap<>();
        for (Offer offer : offers) {
            Optional<Amounts> budget = offer.terms().limits().budget();
            if (budget.isPresent() && budget.get().has(basket.currency())) {
                left.merge(offer.promotion(), budget.get().minor(basket.currency()), Math::min);
            }
        }
        basket.remaining().budget().forEach((promotion, told) -> left.put(promotion, told.minor()));
        Quotas.of(basket, offers).money(offers).forEach((promotion, most) -> left.merge(promotion, most, Math::min));
        return left;
    }
}
