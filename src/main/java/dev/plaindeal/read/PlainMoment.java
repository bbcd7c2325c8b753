package dev.plaindeal.read;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads a moment as nearly all are written, to the second, with {@code Z} or hours and minutes from it: {@code 2026-11-27T08:30:00-05:00}.
 * The parser of the JDK takes as long as the rest of a small order does.
 */
final class PlainMoment {

    private static final String FORM = "0000-00-00T00:00:00";
    private static final String OFFSET = "00:00";

    private PlainMoment() {}

    /**
     * The moment, empty where it is written otherwise.
     *
     * @throws java.time.DateTimeException for a day or time that there is none of, and an offset above 18 hours
     */
    static Optional<Instant> of(String text) {
        int zone = FORM.length();
        return isOf(text, 0, FORM) && (isOf(text, zone, "Z", text.length()) || isSigned(text, zone))
                ? Optional.of(time(text).toInstant(offset(text, zone)))
                : Optional.empty();
    }

    private static boolean isSigned(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') && isOf(text, at + 1, OFFSET, text.length());
    }

    private static boolean isOf(String text, int from, String form, int to) {
        return from + form.length() == to && isOf(text, from, form);
    }

    /** A digit for each 0, and every other character as it stands. */
    private static boolean isOf(String text, int from, String form) {
        if (text.length() < from + form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char one = text.charAt(from + i);
            if (form.charAt(i) == '0' ? one < '0' || one > '9' : one != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static LocalDateTime time(String text) {
        int year = two(text, 0) * 100 + two(text, 2);
        return LocalDateTime.of(year, two(text, 5), two(text, 8), two(text, 11), two(text, 14), two(text, 17));
    }

    private static ZoneOffset offset(String text, int at) {
        if (text.charAt(at) == 'Z') {
            return ZoneOffset.UTC;
        }
        int sign = text.charAt(at) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * two(text, at + 1), sign * two(text, at + 4));
    }

    private static int two(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
