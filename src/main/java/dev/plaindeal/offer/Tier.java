package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import java.util.Optional;

/**
 * One step of a ladder: reach the level, get the benefit.
 *
 * @param level what has to be reached
 * @param benefit what is taken off then; never a price
 * @param most the most that is taken off then
 */
public record Tier(Level level, Benefit benefit, Optional<Amounts> most) {

    /** Without a most of its own. */
    public Tier(Level level, Benefit benefit) {
        this(level, benefit, Optional.empty());
    }

    /** Whether what it asks for, and the most it takes, is given in this currency; the benefit is asked beside it. */
    boolean isIn(Currency currency) {
        return level.isIn(currency) && (most.isEmpty() || most.get().has(currency));
    }
}
