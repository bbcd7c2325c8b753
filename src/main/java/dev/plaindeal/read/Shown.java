package dev.plaindeal.read;

/** Text of the input as a message may repeat it: short, on one line, and harmless to a terminal. */
final class Shown {

    private static final int LONGEST = 80;

    private Shown() {}

    static String quoted(String text) {
        return '"' + cut(text, LONGEST) + '"';
    }

    static String bare(String text) {
        return cut(text, LONGEST);
    }

    private static String cut(String text, int longest) {
        StringBuilder out = new StringBuilder();
        int i = 0;
        while (i < text.length() && out.length() < longest) {
            int point = text.codePointAt(i);
            out.append(isHarmless(point) ? Character.toString(point) : String.format("\\u%04x", point));
            i += Character.charCount(point);
        }
        return i < text.length() ? out + "..." : out.toString();
    }

    /** No control character, no half of a surrogate pair, nothing that turns the direction of writing. */
    static boolean isHarmless(int point) {
        if (point < 0x7f) {
            return point >= 0x20;
        }
        return point > 0x9f
                && !(point >= 0xd800 && point <= 0xdfff)
                && !(point >= 0x2028 && point <= 0x202e)
                && !(point >= 0x2066 && point <= 0x2069);
    }
}
