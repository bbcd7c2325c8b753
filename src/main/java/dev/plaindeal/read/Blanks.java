package dev.plaindeal.read;

/** Blanks as a JSON Schema's {@code \s} has them: the no-break space is one, which {@link String#strip} would leave. */
final class Blanks {

    private Blanks() {}

    static boolean isOnly(String text) {
        return text.chars().allMatch(Blanks::isBlank);
    }

    static String strip(String text) {
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

    private static boolean isBlank(int c) {
        return Character.isSpaceChar(c) || c >= '\t' && c <= '\r' || c == '\ufeff';
    }
}
