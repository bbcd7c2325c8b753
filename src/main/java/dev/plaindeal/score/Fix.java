package dev.plaindeal.score;

import java.util.OptionalInt;

/**
 * One edit that makes terms simpler, scored again.
 *
 * @param edit which edit
 * @param layer the index of the layer it concerns in the terms as given; empty when it concerns all of them
 * @param message what to do, in a sentence
 * @param edited the terms after the edit
 * @param after their score
 * @param gains points of score gained, more than 0
 */
public record Fix(Edit edit, OptionalInt layer, String message, PresentedTerms edited, Simplicity after, double gains) {

    /** The edits that are tried. */
    public enum Edit {
        /** Nothing to tick, collect or type. */
        MAKE_AUTOMATIC,
        /** Without the cap. */
        DROP_CAP,
        /** Only the tier that applies to this price. */
        KEEP_ONE_TIER,
        /** Show what is to be paid. */
        SHOW_PRICE,
        /** Without the layer. */
        DROP_LAYER,
        /** All layers as one amount of the same money that comes off by itself. */
        ONE_AMOUNT
    }

    /** The stable name, for machines. */
    public String code() {
        return edit.name();
    }
}
