package dev.plaindeal.json;

import dev.plaindeal.text.Visible;

/** Text of the input as a message may repeat it: short, on one line, and harmless to a terminal. */
public final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {}

    public static String quoted(String text) {
        return '"' + cut(text, LONGEST) + '"';
    }

    public static String bare(String text) {
        return cut(text, LONGEST);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return Visible.line(text);
        }
        boolean inside = Character.isSurrogatePair(text.charAt(longest - 1), text.charAt(longest));
        return Visible.line(text.substring(0, inside ? longest - 1 : longest)) + "...";
    }
}
