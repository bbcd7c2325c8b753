package dev.plaindeal.stack;

import java.util.function.ToDoubleFunction;

/**
 * What the buyer makes of a stack; handed in, because scoring comes after stacking.
 *
 * @param simplicity score of a stack, 0 to 100
 * @param floor score below which a stack is not shown as it is
 */
public record Judge(ToDoubleFunction<OfferStack> simplicity, double floor) {

    /** Finds every stack alike. */
    public static final Judge INDIFFERENT = new Judge(stack -> 0, 0);
}
