package dev.plaindeal.rules.grammar;

import dev.plaindeal.text.Hidden;
import java.util.Locale;
import java.util.Map;

/** Characters that look like what is meant, or like nothing at all. */
final class Lookalikes {

    private static final Map<Integer, String> INSTEAD = Map.ofEntries(
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x201E, "\""),
            Map.entry(0x00AB, "\""),
            Map.entry(0x00BB, "\""),
            Map.entry(0x2018, "\""),
            Map.entry(0x2019, "\""),
            Map.entry(0xFF02, "\""),
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

    private Lookalikes() {}

    /** A character for a message: itself where it can be seen, and its number. */
    static String name(int c) {
        String number = String.format(Locale.ROOT, "U+%04X", c);
        if (c == '\r') {
            return "a carriage return without a line feed";
        }
        boolean blank = Hidden.is(c) || Character.isSpaceChar(c);
        return blank ? "the character " + number : Character.toString(c) + " (" + number + ")";
    }

    /** What to write instead. */
    static String instead(int c) {
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
