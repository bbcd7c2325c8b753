package dev.plaindeal.model;

import java.util.Optional;

/**
 * Spend (or items) needed before a promotion gives anything.
 *
 * @param level what has to be reached
 * @param test whether reaching it exactly is enough
 * @param reach which lines are counted
 * @param counted skus and categories that count, for {@link Reach#NAMED} only
 * @param also a second one that has to be reached too
 */
public record Threshold(Level level, Test test, Reach reach, Scope.Names counted, Optional<Threshold> also) {

    /** Whether the level itself is enough. */
    public enum Test {
        /** 50.00 meets "spend 50". */
        AT_OR_ABOVE,
        /** 50.00 does not meet "spend more than 50". */
        ABOVE
    }

    /** Which lines count. */
    public enum Reach {
        /** The lines the promotion itself touches. */
        SCOPE,
        /** All lines of the store, or of the basket for the platform's promotions. */
        EVERYTHING,
        /** The lines named, whether the promotion touches them or not. */
        NAMED
    }
}
