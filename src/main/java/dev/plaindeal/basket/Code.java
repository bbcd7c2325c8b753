package dev.plaindeal.basket;

import dev.plaindeal.text.Hidden;
import dev.plaindeal.text.Visible;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How coupon codes compare: without regard to case, width, blanks and signs that cannot be seen, because buyers type them by
 * hand or copy them from a page.
 */
public final class Code {

    /** A longer one is no code of anybody's; nor can a rule ask for it. */
    private static final int LONGEST = 200;
    private static final int LONGEST_SHOWN = 80;
    /** A line end of old terminals, a blank as others are. */
    private static final int NEXT_LINE = 0x85;
    /** Stands in no normal form by itself, so that a code that is cut is like none that is not. */
    private static final String CUT = "\u2026";

    private Code() {}

    /**
     * The form of a code that two spellings of it share; empty where nothing was typed. Control characters that are no blanks
     * stay: nobody types them, and a code with one is unknown.
     */
    public static String normal(String typed) {
        if (isPlain(typed)) {
            return typed;
        }
        String letters = letters(typed);
        if (letters.length() > LONGEST) {
            return letters.substring(0, LONGEST) + CUT;
        }
        String before = "";
        String form = letters;
        // What one step takes out can bring two characters together that the next makes one.
        while (!form.equals(before)) {
            before = form;
            form = letters(compatible(compatible(form).toUpperCase(Locale.ROOT)));
        }
        return form;
    }

    /** Most codes come as they are printed: capitals, digits and dashes stay as they are. */
    private static boolean isPlain(String typed) {
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' && c != '_') {
                return false;
            }
        }
        return typed.length() <= LONGEST;
    }

    /** Fullwidth letters become plain ones, and a letter and its accent one character. */
    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static String letters(String text) {
        if (!hasNothing(text)) {
            return text;
        }
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isNothing(c)).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static boolean hasNothing(String text) {
        boolean found = false;
        for (int i = 0; i < text.length() && !found; i += Character.charCount(text.codePointAt(i))) {
            found = isNothing(text.codePointAt(i));
        }
        return found;
    }

    /** A blank, or what a buyer who copies a code cannot see. */
    private static boolean isNothing(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == NEXT_LINE
                || Hidden.is(c) && Character.isDefined(c) && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    /** Each code once as it was first typed, in their order; what is empty is none. */
    public static List<String> distinct(List<String> typed) {
        if (typed.isEmpty()) {
            return List.of();
        }
        Map<String, String> first = new LinkedHashMap<>();
        typed.forEach(code -> first.putIfAbsent(normal(code), code));
        first.remove("");
        return List.copyOf(first.values());
    }

    /** A code as typed, to be printed: without what surrounds it unseen, made visible, and short. */
    public static String shown(String typed) {
        int[] points = typed.codePoints().toArray();
        int from = 0;
        int to = points.length;
        while (from < to && isNothing(points[from])) {
            from++;
        }
        while (to > from && isNothing(points[to - 1])) {
            to--;
        }
        String code = new String(points, from, Math.min(to - from, LONGEST_SHOWN));
        return Visible.line(code) + (to - from > LONGEST_SHOWN ? "..." : "");
    }
}
