package dev.plaindeal.rules.grammar;

/**
 * The smallest part of a rule file that means something.
 *
 * @param kind what it is
 * @param text what it says; for a text in quotes, what stands between them
 * @param at where it begins
 * @param after where it ends: the first place behind it
 */
record Token(Kind kind, String text, SourceSpot at, SourceSpot after) {

    /** What a token can be. */
    enum Kind {
        /** A word, for instance {@code when}, {@code $coupon} or {@code agenda-group}. */
        NAME,
        /** A text in double quotes. */
        TEXT,
        /** Something that begins with a digit. */
        NUMBER,
        /** One or two signs, for instance {@code ==}. */
        SIGN,
        /** Behind the last token. */
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** A bound name: {@code $coupon}. */
    boolean isVariable() {
        return kind == Kind.NAME && text.startsWith("$") && text.length() > 1;
    }

    /** How messages call it. */
    String shown() {
        return switch (kind) {
            case TEXT -> "\"" + shortened() + "\"";
            case END -> "the end of the file";
            default -> shortened();
        };
    }

    private String shortened() {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
