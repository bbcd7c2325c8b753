package dev.plaindeal.stack;

import dev.plaindeal.model.Money;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Policy;
import dev.plaindeal.price.Outcome.Taken;
import java.math.RoundingMode;
import java.util.Optional;

/** Ceilings over a whole stack: the policy's largest discount and least to pay, and the budgets of promotions. */
final class Ceilings {

    private Ceilings() {}

    /** The most a stack may take off this basket, in minor units. */
    static long mostOff(Candidates candidates) {
        Policy policy = candidates.policy();
        var basket = candidates.goods().basket();
        long list = basket.subtotal() + basket.shippingFees();
        long most = Long.MAX_VALUE;
        if (policy.mostOff().isPresent()) {
            Policy.MostOff ceiling = policy.mostOff().get();
            most = ceiling.share().map(share -> share.of(list, RoundingMode.DOWN)).orElse(most);
            most = ceiling.amounts().flatMap(a -> a.in(basket.currency())).map(Money::minor).orElse(most);
        }
        long least = policy.leastToPay().flatMap(a -> a.in(basket.currency())).map(Money::minor).orElse(0L);
        return least == 0 ? most : Math.min(most, Math.max(0, list - least));
    }

    /** Whether a whole stack stays below all of them. */
    static boolean allow(Candidates candidates, Stack stack) {
        return stack.saved() <= mostOff(candidates)
                && stack.kept().stream().allMatch(one -> withinBudget(candidates, one.offer(), one.taken()));
    }

    /** Whether the promotion's budget still holds this discount; a discount is given whole or not at all. */
    static boolean withinBudget(Candidates candidates, Offer offer, Taken money) {
        Optional<Long> left = budgetLeft(candidates, offer);
        return left.isEmpty() || money.discount() <= left.get();
    }

    /** Minor units its budget still holds, or empty when it has none. */
    static Optional<Long> budgetLeft(Candidates candidates, Offer offer) {
        var basket = candidates.goods().basket();
        Money told = basket.remaining().budget().get(offer.promotion());
        return told != null
                ? Optional.of(told.minor())
                : offer.terms().limits().budget().flatMap(a -> a.in(basket.currency())).map(Money::minor);
    }
}
