package dev.plaindeal.verify;

import dev.plaindeal.text.Visible;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One thing in which two receipts differ.
 *
 * @param topic what kind of thing
 * @param what which, in words
 * @param before what it was or should be, empty when it was not there
 * @param after what it is now, empty when it is not there
 */
public record Difference(Topic topic, String what, String before, String after) {

    /** Makes what receipts hold fit for one line; a receipt may have been edited by hand. */
    public Difference {
        what = Visible.line(what);
        before = Visible.line(before);
        after = Visible.line(after);
    }

    /** Kinds of differences, the ones that matter most first. */
    public enum Topic {
        /** Amounts. */
        MONEY("money"),
        /** What is applied and what refused, and why. */
        PROMOTIONS("promotions"),
        /** How simple it looks. */
        SCORES("scores"),
        /** Everything else. */
        REST("the rest");

        private final String words;

        Topic(String words) {
            this.words = words;
        }

        /** The word people and machines see. */
        public String words() {
            return words;
        }
    }

    /** How much more it is now, signed, for amounts and scores that are there both times. */
    public Optional<BigDecimal> change() {
        return number(before).flatMap(was -> number(after).map(now -> now.subtract(was)));
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
