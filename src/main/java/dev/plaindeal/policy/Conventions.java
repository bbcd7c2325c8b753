package dev.plaindeal.policy;

import java.math.RoundingMode;

/**
 * The choices engines make silently, made aloud: each has a name, a default and a place in the receipt.
 *
 * @param rounds what is rounded
 * @param grain over what it is rounded
 * @param mode how it is rounded to the minor unit
 * @param spare who gets a cent that does not divide
 * @param percentOf which price a percentage is taken of
 * @param thresholdOn which price a threshold measures
 * @param spread which items of a deal bear what it takes off
 */
public record Conventions(
        Rounds rounds, Grain grain, RoundingMode mode, Spare spare, Basis percentOf, Basis thresholdOn, Spread spread) {

    /** Where deals are not spread. */
    public Conventions(Rounds rounds, Grain grain, RoundingMode mode, Spare spare, Basis percentOf, Basis thresholdOn) {
        this(rounds, grain, mode, spare, percentOf, thresholdOn, Spread.AS_TAKEN);
    }

    /** What Plaindeal does unless a promotion or a stacking rule says otherwise. */
    public static final Conventions DEFAULT = new Conventions(
            Rounds.DISCOUNT,
            Grain.SCOPE,
            RoundingMode.HALF_UP,
            Spare.LARGEST_REMAINDER,
            Basis.RUNNING,
            Basis.RUNNING);

    /** What is rounded. */
    public enum Rounds {
        /** The money taken off. */
        DISCOUNT,
        /** The price that results; the discount is what is missing from it. */
        PRICE
    }

    /** Over what a percentage is rounded. */
    public enum Grain {
        /** Once per promotion over its scope, then shared out. */
        SCOPE,
        /** Once per line. */
        LINE,
        /** Once per unit. */
        UNIT
    }

    /** Which items of a deal bear what it takes off: what a return of one of them pays back. */
    public enum Spread {
        /** Those that get it; one price for a set is shared over the set by price. */
        AS_TAKEN,
        /** All that took part, in proportion to what they cost. */
        BY_PRICE,
        /** All that took part alike, but none more than it costs. */
        EQUALLY
    }

    /** Who gets what is left over when a discount is shared out over lines. */
    public enum Spare {
        /** The line with the largest remainder; ties to the dearer line, then by what the lines are, never by their order. */
        LARGEST_REMAINDER,
        /** Every share rounded down, the first lines get one more each. */
        FIRST_LINES,
        /** Every share rounded half down, the first lines get one more (or less) each. */
        FIRST_LINES_ROUNDED,
        /** Every share but the last rounded half up, the last line gets the rest. */
        LAST_LINE
    }
}
