package dev.plaindeal.money;

/** Writes whole numbers of small units as decimals, as JSON carries them. */
public final class DecimalText {

    /** Characters of the longest: sign, 19 digits, a point and a zero before it. */
    private static final int LONGEST = 22;

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
        StringBuilder text = new StringBuilder(LONGEST).append(units);
        int sign = units < 0 ? 1 : 0;
        while (text.length() - sign <= decimals) {
            text.insert(sign, '0');
        }
        return text.insert(text.length() - decimals, '.').toString();
    }
}
