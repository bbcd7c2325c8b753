package dev.plaindeal.stack;

import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.policy.Policy;
import java.util.List;

/**
 * The answer of the planner.
 *
 * @param stack the offers kept
 * @param refused every other offer, with its reason: of a promotion with several statements those that give nothing
 * @param shown how the stack is to be shown
 * @param couldSave minor units that an unseen stack might save beyond this one at most; 0 unless the search ran out of
 *     its budget
 * @param steps steps the search walked
 * @param policy the policy it was planned under
 */
public record Plan(
        OfferStack stack, List<Rejection> refused, DiscountDisplay shown, long couldSave, int steps, Policy policy) {

    /** Copies the list. */
    public Plan {
        refused = List.copyOf(refused);
    }
}
