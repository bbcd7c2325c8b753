package dev.plaindeal.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A gap in a sentence of {@code rules/messages}, written {@code {pay}} there. */
public enum Placeholder {
    /** What the buyer saves, as money. */
    SAVING,
    /** What the buyer saves, as a percentage. */
    PERCENT,
    /** The price to pay. */
    PAY,
    /** The lowest price of the 30 days before. */
    PRIOR,
    /** What of the price is paid from balances of the buyer. */
    BALANCE,
    /** A finished headline, for the sentence that adds the prior price or the balances to it. */
    HEADLINE,
    /** The first of two things that are put together. */
    FIRST,
    /** The second of them. */
    SECOND,
    /** What is missing: money, or a number of items. */
    GAP,
    /** What is asked for: money, or a number of items. */
    NEEDED,
    /** How many. */
    COUNT,
    /** A thing to buy. */
    ITEM,
    /** A gift. */
    GIFT,
    /** What to choose otherwise. */
    ADVICE,
    /** What a little more brings, a sentence without its end. */
    NEAR,
    /** What comes after the purchase, such as "$5.00 cashback". */
    LATER,
    /** When something holds, such as "Monday, 12:00–14:00". */
    WHEN,
    /** How much more there would be to pay. */
    MORE,
    /** A way of paying. */
    METHOD,
    /** A day. */
    DATE,
    /** Other offers. */
    OTHER,
    /** A code. */
    CODE;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** Without its braces. */
    String word() {
        return word;
    }

    static Optional<Placeholder> named(String word) {
        return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Placeholder::word).toList();
    }

    /** With its braces, as marketing writes it. */
    @Override
    public String toString() {
        return "{" + word + "}";
    }
}
