package dev.plaindeal.stack;

import dev.plaindeal.model.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of the planner.
 *
 * @param stack the offers kept
 * @param refused every promotion that gives nothing, once for each store and code it is offered for, with its reason
 * @param besides what is to be said of single statements besides: of promotions that are kept by others of their statements,
 *     and of those refused for another statement
 * @param shown how the stack is to be shown
 * @param couldSave minor units that an unseen stack might save beyond this one at most; 0 unless the search ran out of
 *     its budget
 * @param steps steps the search walked
 * @param policy the policy it was planned under
 */
public record Plan(
        Stack stack, List<Refusal> refused, List<Refusal> besides, Shown shown, long couldSave, int steps, Policy policy) {

    /** Copies the list. */
    public Plan {
        refused = List.copyOf(refused);
        besides = List.copyOf(besides);
    }

    /** All that was refused, statement by statement. */
    List<Refusal> statements() {
        List<Refusal> all = new ArrayList<>(refused);
        all.addAll(besides);
        return all;
    }

    /** How a stack is shown. */
    public enum Shown {
        /** Layer by layer. */
        LAYERS,
        /** As one amount, because layer by layer it is below the market's simplicity floor. */
        ONE_AMOUNT
    }
}
