package dev.plaindeal.json;

import dev.plaindeal.text.Hidden;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of JSON without brackets, and what people write in their place. */
final class JsonLiteral {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern BARE = Pattern.compile("[^\\s,:{}\\[\\]\"]+");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[-+]?(NaN|Infinity|INF)");
    private static final Pattern UNICODE = Pattern.compile("\\\\u[0-9a-fA-F]{4}");

    private JsonLiteral() {}

    /** Where a literal ends, or why it is none. */
    record End(int at, Optional<JsonFault> fault) {}

    /** A string that starts with the quote at this offset. */
    static End string(String text, int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                return openEnded(text, start, at);
            }
            if (c < ' ') {
                return new End(at, Optional.of(JsonFault.malformed(at,
                        "A control character (" + point(c) + ") stands in a text",
                        c == '\t' ? "A tab is written \\t" : "Remove it")));
            }
            if (c == '\\' && !isEscape(text, at)) {
                return new End(at, Optional.of(JsonFault.malformed(at,
                        "No character is written with this backslash", "A backslash itself is written \\\\")));
            }
            at += c == '\\' ? 2 : 1;
        }
        return at < text.length() ? new End(at + 1, Optional.empty()) : openEnded(text, start, text.length());
    }

    private static End openEnded(String text, int start, int lineEnd) {
        if (text.substring(Math.min(lineEnd, text.length())).isBlank()) {
            return new End(start, Optional.of(new JsonFault(start, "truncated-json", "The JSON ends inside this text",
                    "Maybe the end is cut off, or a closing quote is missing")));
        }
        return new End(start, Optional.of(JsonFault.malformed(start, "This text has no closing quote on its line",
                "A line break inside a text is written \\n")));
    }

    private static boolean isEscape(String text, int at) {
        if (at + 1 == text.length()) {
            return true;
        }
        char next = text.charAt(at + 1);
        return next == 'u' ? UNICODE.matcher(text).region(at, text.length()).lookingAt() : "\"\\/bfnrt".indexOf(next) >= 0;
    }

    /** A number, true, false or null from this offset. */
    static End bare(String text, int start) {
        Matcher matcher = BARE.matcher(text).region(start, text.length());
        String written = matcher.lookingAt() ? matcher.group() : text.substring(start, start + 1);
        boolean known = written.equals("true") || written.equals("false") || written.equals("null")
                || NUMBER.matcher(written).matches();
        return new End(start + written.length(), known ? Optional.empty() : Optional.of(unknown(start, written)));
    }

    private static JsonFault unknown(int start, String written) {
        if (NOT_A_NUMBER.matcher(written).matches()) {
            return JsonFault.malformed(start, Excerpt.bare(written) + " is no JSON number", "Leave the field out when there is no number");
        }
        if ("+-.0123456789".indexOf(written.charAt(0)) >= 0) {
            return JsonFault.malformed(start, Excerpt.bare(written) + " is no JSON number", numberHint(written));
        }
        String lower = written.toLowerCase(Locale.ROOT);
        String hint = lower.equals("true") || lower.equals("false") ? "Maybe " + lower + "?"
                : lower.equals("none") || lower.equals("undefined") ? "Leave the field out when there is no value"
                : "A text stands in double quotes";
        return JsonFault.malformed(start, Excerpt.bare(written) + " is no JSON value", hint);
    }

    private static String numberHint(String written) {
        return written.matches("0[0-9]+") ? "A number has no leading zeros" : "Money is a text in quotes, for instance \"12.99\"";
    }

    /** What stands nowhere in JSON outside a string. */
    static Optional<JsonFault> never(String text, int at) {
        char c = text.charAt(at);
        if (text.startsWith("//", at) || text.startsWith("/*", at) || c == '#') {
            return Optional.of(new JsonFault(at, "json-comment", "JSON has no comments", "Remove it"));
        }
        if (c == '\'') {
            return Optional.of(JsonFault.malformed(at, "Texts and names stand in double quotes, not in single ones", ""));
        }
        if (c >= '\u2018' && c <= '\u201f') {
            return Optional.of(JsonFault.malformed(at, "A curly quotation mark stands here", "Write a straight one: \""));
        }
        if (c == 0) {
            return Optional.of(JsonFault.malformed(at, "A NUL character stands here", "Maybe the file was saved as UTF-16: save it as UTF-8"));
        }
        if (Hidden.is(c) && !Character.isSurrogate(c) || Character.isSpaceChar(c)) {
            return Optional.of(JsonFault.malformed(at, "An invisible character (" + point(c) + ") stands here", "Remove it"));
        }
        return Optional.empty();
    }

    private static String point(char c) {
        return String.format("U+%04X", (int) c);
    }
}
