package dev.plaindeal.rules.grammar;

import dev.plaindeal.text.Hidden;
import java.util.Locale;
import java.util.Map;

/** Characters that look like what is meant, or like nothing at all. */
final class Lookalikes {

    private static final Map<Integer, String> INSTEAD = Map.ofEntries(
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2212, "-"),
            Map.entry(0xFF08, "("),
            Map.entry(0xFF09, ")"),
            Map.entry(0xFF0C, ","),
            Map.entry(0x3001, ","),
            Map.entry(0xFF1B, ";"),
            Map.entry(0xFF1A, ":"),
            Map.entry(0xFF1D, "="),
            Map.entry(0x3002, "."),
            Map.entry(0xFF0E, "."),
            Map.entry(0x2264, "<="),
            Map.entry(0x2265, ">="),
            Map.entry(0x2260, "!="));

    private static final String SINGLE = "\u2018\u2019\u201A\u2039\u203A";
    private static final String DOUBLE = "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\u301D\u301E\uFF02";

    private Lookalikes() {}

    /** A blank to the eye that is not the plain one. */
    static boolean isBlank(char c) {
        return c > ' ' && Character.isSpaceChar(c) && !Hidden.is(c);
    }

    /** Whether this is a quote of a word processor or another language. */
    static boolean isQuote(char c) {
        return SINGLE.indexOf(c) >= 0 || DOUBLE.indexOf(c) >= 0;
    }

    /**
     * Where the text ends that a quote begins here, when one of the two is a quote of a word processor; -1 when it does not
     * end on this line, or no quote stands here.
     */
    static int endOfText(String line, int from) {
        char begin = line.charAt(from);
        String ends = SINGLE.indexOf(begin) >= 0 ? SINGLE + "'" : DOUBLE.indexOf(begin) >= 0 || begin == '"' ? DOUBLE + "\"" : "";
        for (int i = from + 1; i < line.length() && !ends.isEmpty(); i++) {
            if (ends.indexOf(line.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** A character for a message: itself where it can be seen, and its number. */
    static String name(int c) {
        String number = String.format(Locale.ROOT, "U+%04X", c);
        if (c == '\r') {
            return "a carriage return without a line feed";
        }
        if (Character.isSpaceChar(c) && !Hidden.is(c)) {
            return "the " + Character.getName(c).toLowerCase(Locale.ROOT) + " (" + number + ")";
        }
        return Hidden.is(c) ? "the character " + number : Character.toString(c) + " (" + number + ")";
    }

    /** What to write instead. */
    static String instead(int c) {
        if (Character.getType(c) == Character.CURRENCY_SYMBOL) {
            return "An amount is a text in quotes with the code of its currency, for instance \"USD 50\".";
        }
        if (c <= Character.MAX_VALUE && isQuote((char) c)) {
            return "Write \" instead; a word processor or another keyboard put it there.";
        }
        if (INSTEAD.containsKey(c)) {
            return "Write " + INSTEAD.get(c) + " instead; a word processor or another keyboard put it there.";
        }
        if (Character.isSpaceChar(c)) {
            return "Write a plain blank.";
        }
        if (c == '\r') {
            return "Save the file with one kind of line ends throughout.";
        }
        return Hidden.is(c) ? "Delete it." : "Only texts in quotes and comments can hold other than plain ASCII letters.";
    }
}
