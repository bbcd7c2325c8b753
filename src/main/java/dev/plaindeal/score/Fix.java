package dev.plaindeal.score;

import java.util.OptionalInt;

/**
 * One edit that makes terms simpler, scored again.
 *
 * @param edit which edit
 * @param layer the index of the layer it concerns in the terms as given; empty when it concerns all of them
 * @param opens whom it lets in
 * @param message what to do, in a sentence
 * @param edited the terms after the edit
 * @param after their score
 * @param gains points of score gained, more than 0
 */
public record Fix(
        Edit edit, OptionalInt layer, Opens opens, String message, PresentedTerms edited, Simplicity after, double gains) {

    /** What an edit asks of a merchant. */
    public enum Kind {
        /** Only what is shown changes: it costs nothing, always. */
        SHOW("show"),
        /** The rule says the same in a simpler way, or more to the buyer. */
        RULE("rule"),
        /** The buyer loses a saving. */
        GIVE_UP("give-up");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The stable word. */
        public String key() {
            return key;
        }
    }

    /** For which baskets the cost of an edit is what it is for this one. */
    public enum CostScope {
        /** For every basket. */
        ALWAYS("always"),
        /** For this one; elsewhere it may be dear. */
        THIS_BASKET("this basket");

        private final String key;

        CostScope(String key) {
            this.key = key;
        }

        /** The stable word. */
        public String key() {
            return key;
        }
    }

    /** Whom an edit lets in. */
    public enum Opens {
        /** Nobody who did not have the offer before. */
        NOBODY(""),
        /** Everyone: the code was the only gate. */
        EVERYONE("everyone"),
        /** All who meet its other conditions. */
        CONDITION("condition");

        private final String key;

        Opens(String key) {
            this.key = key;
        }

        /** The stable word, empty for nobody. */
        public String key() {
            return key;
        }
    }

    /** The edits that are tried. */
    public enum Edit {
        /** Nothing to tick, collect or type. */
        MAKE_AUTOMATIC(Kind.RULE, CostScope.ALWAYS),
        /** Without the cap: idle here, dear elsewhere. */
        DROP_CAP(Kind.RULE, CostScope.THIS_BASKET),
        /** For everything, without exceptions: nothing excepted may be in this basket, and much in another. */
        DROP_EXCLUSIONS(Kind.RULE, CostScope.THIS_BASKET),
        /** The next rounder percentage, in the buyer's favour. */
        ROUND_PERCENT(Kind.RULE, CostScope.THIS_BASKET),
        /** Only the tier that applies to this price: other baskets lose theirs. */
        KEEP_ONE_TIER(Kind.RULE, CostScope.THIS_BASKET),
        /** Show what is to be paid. */
        SHOW_PRICE(Kind.SHOW, CostScope.ALWAYS),
        /** Show the subtotal that thresholds measure. */
        SHOW_SUBTOTAL(Kind.SHOW, CostScope.ALWAYS),
        /** Without the layer. */
        DROP_LAYER(Kind.GIVE_UP, CostScope.THIS_BASKET),
        /** All layers as one amount of the same money that comes off by itself. */
        ONE_AMOUNT(Kind.RULE, CostScope.THIS_BASKET);

        private final Kind kind;
        private final CostScope holds;

        Edit(Kind kind, CostScope holds) {
            this.kind = kind;
            this.holds = holds;
        }

        /** What it asks of a merchant. */
        public Kind kind() {
            return kind;
        }

        /** For which baskets its cost is the same. */
        public CostScope holds() {
            return holds;
        }
    }

    /** The stable name, for machines. */
    public String code() {
        return edit.name();
    }
}
