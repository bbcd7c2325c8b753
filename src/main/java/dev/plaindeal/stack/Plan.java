package dev.plaindeal.stack;

import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of the planner.
 *
 * @param stack the offers kept
 * @param later what is promised for later beside it, the largest first; no part of what the stack saves
 * @param balances what is paid from the buyer's balances of what the stack leaves to pay, in the order in which it is paid
 * @param refused every other offer, with its reason: of a promotion with several statements those that give nothing; worked out when first
 *     looked at
 * @param shown how the stack is to be shown
 * @param couldSave minor units that an unseen stack might bring beyond this one at most, the worth of gifts among them; 0 unless the search ran out of
 *     its budget
 * @param steps steps the search walked
 * @param policy the policy it was planned under
 */
public record Plan(
        OfferStack stack,
        List<Kept> later,
        List<Kept> balances,
        List<Rejection> refused,
        DiscountDisplay shown,
        long couldSave,
        int steps,
        Policy policy) {

    /** Copies the lists, except one still to be worked out. */
    public Plan {
        later = List.copyOf(later);
        balances = List.copyOf(balances);
        refused = LazyList.copy(refused);
    }

    /** Everything given: what comes off today in the order it applies, then what comes later. */
    public List<Kept> given() {
        if (later.isEmpty()) {
            return stack.kept();
        }
        List<Kept> given = new ArrayList<>(stack.kept());
        given.addAll(later);
        return given;
    }

    /** Everything given, and behind it what is paid from balances. */
    public List<Kept> givenAndPaid() {
        if (balances.isEmpty()) {
            return given();
        }
        List<Kept> all = new ArrayList<>(given());
        all.addAll(balances);
        return all;
    }

    /** Minor units promised for later in all. */
    public long savedLater() {
        long sum = 0;
        for (Kept promise : later) {
            sum += promise.taken().discount();
        }
        return sum;
    }
}
