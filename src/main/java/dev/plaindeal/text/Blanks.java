package dev.plaindeal.text;

/** Blanks as a JSON Schema's {@code \s} has them: the no-break space is one, which {@link String#strip} would leave. */
public final class Blanks {

    private Blanks() {}

    /** Whether there is nothing else, or nothing at all. */
    public static boolean isOnly(String text) {
        int at = 0;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    /** Without those at the beginning and the end. */
    public static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether there are any at the beginning or the end. */
    public static boolean areAround(String text) {
        return !text.isEmpty() && (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1)));
    }

    private static boolean isBlank(char c) {
        return Character.isSpaceChar(c) || c >= '\t' && c <= '\r' || c == '\ufeff';
    }
}
