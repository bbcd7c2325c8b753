package dev.plaindeal.money;

import java.nio.charset.StandardCharsets;

/** Writes whole numbers of small units as decimals, as JSON carries them. */
public final class DecimalText {

    /** Of the largest number. */
    private static final int MOST_DIGITS = 19;

    private DecimalText() {}

    /**
     * As {@link java.math.BigDecimal#toPlainString()} writes it: {@code of(-5, 2)} is {@code -0.05}.
     *
     * @param decimals how many of its digits stand behind the point, 0 or more
     */
    public static String of(long units, int decimals) {
        if (decimals == 0) {
            return Long.toString(units);
        }
        // Besides the digits a sign and a point.
        byte[] text = new byte[Math.max(MOST_DIGITS, decimals + 1) + 2];
        int at = text.length;
        // Negative numbers reach one further than positive ones, so digits are taken from those.
        long rest = units < 0 ? units : -units;
        for (int written = 0; rest != 0 || written <= decimals; written++) {
            if (written == decimals) {
                text[--at] = '.';
            }
            text[--at] = (byte) ('0' - rest % 10);
            rest /= 10;
        }
        if (units < 0) {
            text[--at] = '-';
        }
        return new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
    }
}
