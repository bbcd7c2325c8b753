package dev.plaindeal.basket;

import dev.plaindeal.text.Blanks;
import dev.plaindeal.text.Hidden;
import dev.plaindeal.text.Visible;

/** What may name a line, a store or a basket, and what may be said of them. */
final class NameChecks {

    /** Longer names are a slip; the reader of baskets has the same number, and a test holds the two together. */
    private static final int LONGEST = 200;

    private NameChecks() {}

    /**
     * A name that receipts carry: something that can be seen, and no blanks around it.
     *
     * @throws IllegalArgumentException for any other
     */
    static void require(String what, String name) {
        requireText(what, name);
        if (Blanks.isOnly(name)) {
            throw new IllegalArgumentException(what + " is empty");
        }
        if (Blanks.areAround(name)) {
            throw new IllegalArgumentException(what + " \"" + Visible.line(name) + "\" begins or ends with a blank");
        }
    }

    /**
     * A text with something in it; blanks around it are its own business.
     *
     * @throws IllegalArgumentException for any other
     */
    static void requireShown(String what, String text) {
        requireText(what, text);
        if (Blanks.isOnly(text)) {
            throw new IllegalArgumentException(what + " is empty");
        }
    }

    /** A text that may be empty, but hides nothing. */
    static void requireText(String what, String text) {
        if (text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST) {
            throw new IllegalArgumentException(what + " has more than " + LONGEST + " characters");
        }
        if (Hidden.firstIn(text) >= 0) {
            throw new IllegalArgumentException(what + " \"" + Visible.line(text) + "\" holds an invisible character");
        }
    }
}
