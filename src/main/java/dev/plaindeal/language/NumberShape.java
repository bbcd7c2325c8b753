package dev.plaindeal.language;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/**
 * How one locale writes one kind of number: what goes around it, its digits and its groups. Read once from the JDK, whose
 * own formats cannot be shared between threads; this record can.
 *
 * @param primary digits in the group next to the decimals, 0 for no groups
 * @param secondary digits in every other group
 */
record NumberShape(
        String prefix,
        String suffix,
        String negativePrefix,
        String negativeSuffix,
        char zero,
        char group,
        char decimal,
        int primary,
        int secondary) {

    /** Sign and digits of a long, its separators, and some room. */
    private static final int LONGEST = 64;

    /** The shape of an amount of money. The JDK keeps one group size only, so the second is given. */
    static NumberShape ofMoney(DecimalFormat format, int secondary) {
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        return of(format, symbols.getMonetaryGroupingSeparator(), symbols.getMonetaryDecimalSeparator(), secondary);
    }

    /** The shape of a percentage, or of a plain number. */
    static NumberShape ofPercent(DecimalFormat format) {
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        return of(format, symbols.getGroupingSeparator(), symbols.getDecimalSeparator(), format.getGroupingSize());
    }

    private static NumberShape of(DecimalFormat format, char group, char decimal, int secondary) {
        return new NumberShape(
                format.getPositivePrefix(),
                format.getPositiveSuffix(),
                format.getNegativePrefix(),
                format.getNegativeSuffix(),
                format.getDecimalFormatSymbols().getZeroDigit(),
                group,
                decimal,
                format.isGroupingUsed() ? format.getGroupingSize() : 0,
                secondary);
    }

    /** The same shape with other text around the number. */
    NumberShape around(String before, String after, String beforeNegative, String afterNegative) {
        return new NumberShape(
                before, after, beforeNegative, afterNegative, zero, group, decimal, primary, secondary);
    }

    /** The number {@code unscaled / 10^decimals} with exactly that many decimals. */
    String text(long unscaled, int decimals) {
        char[] buffer = new char[LONGEST];
        int start = digits(unscaled, decimals, buffer);
        boolean negative = unscaled < 0;
        String before = negative ? negativePrefix : prefix;
        String after = negative ? negativeSuffix : suffix;
        int length = LONGEST - start;
        return new StringBuilder(before.length() + length + after.length())
                .append(before)
                .append(buffer, start, length)
                .append(after)
                .toString();
    }

    /** Writes the digits to the end of the buffer, last digit first, and says where they start. */
    private int digits(long unscaled, int decimals, char[] buffer) {
        int at = LONGEST;
        // Below zero all the way: the lowest long has no positive twin.
        long rest = unscaled < 0 ? unscaled : -unscaled;
        for (int i = 0; i < decimals; i++, rest /= 10) {
            buffer[--at] = digit(rest);
        }
        if (decimals > 0) {
            buffer[--at] = decimal;
        }
        int room = primary;
        do {
            if (primary > 0 && room-- == 0) {
                buffer[--at] = group;
                room = secondary - 1;
            }
            buffer[--at] = digit(rest);
            rest /= 10;
        } while (rest != 0);
        return at;
    }

    private char digit(long negative) {
        return (char) (zero - negative % 10);
    }
}
