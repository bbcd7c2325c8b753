package dev.plaindeal.offer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Spend (or items) needed before a promotion gives anything.
 *
 * @param level what has to be reached
 * @param test whether reaching it exactly is enough
 * @param reach which lines are counted
 * @param counted skus and categories that count, for {@link Reach#NAMED} only
 * @param also the next one that has to be reached too
 */
public record Threshold(Level level, Test test, Reach reach, Scope.Names counted, Optional<Threshold> also) {

    /** The same with another behind it. */
    public Threshold andAlso(Optional<Threshold> next) {
        return new Threshold(level, test, reach, counted, next);
    }

    /** Of everything the rule is for, unless it names what counts. */
    public Threshold overEverything() {
        return new Threshold(level, test, reach == Reach.SCOPE ? Reach.EVERYTHING : reach, counted, also);
    }

    /** This one and every one behind it. */
    public List<Threshold> all() {
        return Stream.iterate(Optional.of(this), Optional::isPresent, one -> one.get().also())
                .map(Optional::get)
                .toList();
    }

    /** Whether the level itself is enough. */
    public enum Test {
        /** 50.00 meets "spend 50". */
        AT_OR_ABOVE,
        /** 50.00 does not meet "spend more than 50". */
        ABOVE,
        /** 50.00 meets "spend at most 50", and 50.01 does not. */
        AT_MOST
    }

    /** Which lines count. */
    public enum Reach {
        /** The lines the promotion itself touches. */
        SCOPE,
        /** All lines of the store, or of the basket for the platform's promotions. */
        EVERYTHING,
        /** All lines of the store, or of the basket, but those the promotion is for. */
        OTHERS,
        /** The lines named, whether the promotion touches them or not. */
        NAMED
    }
}
