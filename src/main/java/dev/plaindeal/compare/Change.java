package dev.plaindeal.compare;

import dev.plaindeal.money.Money;

/**
 * A sum of money before and after.
 *
 * @param before as it was
 * @param after as it is now
 */
public record Change(Money before, Money after) {

    /** How much more it is now. */
    public Money more() {
        return after.minus(before);
    }

    Change plus(Change other) {
        return new Change(before.plus(other.before), after.plus(other.after));
    }
}
