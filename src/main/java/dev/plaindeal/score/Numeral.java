package dev.plaindeal.score;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as a buyer meets it: its value and where its digits are.
 *
 * <p>Positions are powers of ten: in 47.99 the 4 is at 1 and the last 9 at -2. Equal numbers are equal however they are
 * written, so 5 and 5.00 are the same. Immutable and thread-safe.
 *
 * <p>Worked number: 47.99 has highest 1, lowest -2, four digits of which four are not zero; 50 has highest and lowest 1.
 */
public final class Numeral {

    /** No number: nothing to read. */
    public static final Numeral ZERO = new Numeral(0, 0);

    private static final int HIGHEST = 11;
    private static final int LOWEST = -6;
    /** Whole numbers below this are exact as floating point, and so is one step by a power of ten from them. */
    private static final long MOST_EXACT = 1L << 53;

    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11};
    /** As minor units of any currency below the highest number allowed. */
    private static final long FEW_ENOUGH = 1_000_000_000_000L;

    private final long digits;
    private final int lowest;
    private final int highest;
    private final int nonZero;
    /** Kept, because one price is worked out for every percentage of a basket; any thread may come first, all find the same. */
    private @Nullable MentalMethod times;

    /** Digits without zeros at the end, and the position of the last of them. */
    private Numeral(long digits, int lowest) {
        this.digits = digits;
        this.lowest = lowest;
        int count = 0;
        int length = 0;
        for (long rest = digits; rest != 0; rest /= 10) {
            count += rest % 10 == 0 ? 0 : 1;
            length++;
        }
        nonZero = count;
        highest = digits == 0 ? 0 : lowest + length - 1;
    }

    /**
     * The numeral of a number.
     *
     * @throws IllegalArgumentException when it is negative, a million million or more, or finer than six decimals
     */
    public static Numeral of(BigDecimal value) {
        if (value.signum() == 0) {
            return ZERO;
        }
        BigDecimal bare = value.stripTrailingZeros();
        if (bare.signum() < 0 || bare.precision() - bare.scale() > HIGHEST + 1 || bare.scale() > -LOWEST) {
            throw new IllegalArgumentException(
                    "a number is not negative, below a million million and has at most six decimals");
        }
        return new Numeral(bare.unscaledValue().longValueExact(), -bare.scale());
    }

    /**
     * The numeral of a number of minor units, so 4799 of two decimals is 47.99; see {@link #of(BigDecimal)}.
     *
     * @param minor minor units
     * @param decimals how many decimals they are
     */
    public static Numeral of(long minor, int decimals) {
        if (minor <= 0 || decimals > -LOWEST || minor >= FEW_ENOUGH) {
            return of(BigDecimal.valueOf(minor, decimals));
        }
        long bare = minor;
        int lowest = -decimals;
        while (bare % 10 == 0) {
            bare /= 10;
            lowest++;
        }
        return new Numeral(bare, lowest);
    }

    /** The numeral of a decimal text such as {@code 47.99}; see {@link #of(BigDecimal)}. */
    public static Numeral of(String text) {
        return of(new BigDecimal(text));
    }

    /** The number, exact, without needless zeros. */
    public BigDecimal value() {
        BigDecimal bare = BigDecimal.valueOf(digits, -lowest);
        return lowest > 0 ? bare.setScale(0) : bare;
    }

    /** Whether it is nothing. */
    public boolean isZero() {
        return digits == 0;
    }

    int lowest() {
        return lowest;
    }

    int highest() {
        return highest;
    }

    int nonZero() {
        return nonZero;
    }

    /** Its digits as a whole number, without zeros at the end: 4799 for 47.99, 5 for 50. */
    long digits() {
        return digits;
    }

    /** How something is taken this many times, digit by digit. */
    MentalMethod times() {
        MentalMethod known = times;
        if (known == null) {
            known = MentalMethod.timesDigits(digits);
            times = known;
        }
        return known;
    }

    /** How many of a power of ten it is, which is at or below its last digit. */
    long at(int position) {
        long result = digits;
        for (int i = position; i < lowest; i++) {
            result *= 10;
        }
        return result;
    }

    /** The number with other digits at the same last position. */
    Numeral withDigits(long other) {
        long bare = other;
        int at = lowest;
        while (bare % 10 == 0) {
            bare /= 10;
            at++;
        }
        return new Numeral(bare, at);
    }

    /** How often another number taken off it, column by column, borrows from the next: 62.37 less 5 once, 500 less 5 twice. */
    int borrows(Numeral less) {
        int count = 0;
        int borrow = 0;
        for (int at = Math.min(lowest, less.lowest); at <= highest; at++) {
            borrow = digitAt(at) - less.digitAt(at) - borrow < 0 ? 1 : 0;
            count += borrow;
        }
        return count;
    }

    boolean isPowerOfTen() {
        return digits == 1;
    }

    boolean hasDecimals() {
        return lowest < 0;
    }

    /** The digit at a power of ten, 0 outside the number. */
    int digitAt(int position) {
        if (position < lowest || position > highest) {
            return 0;
        }
        long rest = digits;
        for (int i = lowest; i < position; i++) {
            rest /= 10;
        }
        return (int) (rest % 10);
    }

    /** Digits a shop prints: a broken amount shows all decimals of its currency, 112.4 dollars is 112.40. */
    int printed(int decimals) {
        int whole = Math.max(highest, 0) + 1;
        return lowest < 0 ? whole + Math.max(-lowest, decimals) : whole;
    }

    /** The number of digits of the whole quotient of this by another number, at least 1. */
    int quotientDigits(Numeral divisor) {
        double quotient = approximate() / divisor.approximate();
        int count = 1;
        for (double rest = quotient; rest >= 10; rest /= 10) {
            count++;
        }
        return count;
    }

    /** For comparing sizes only, never for money that is charged. */
    double approximate() {
        if (digits >= MOST_EXACT) {
            return value().doubleValue();
        }
        return lowest > 0 ? digits * POWERS_OF_TEN[lowest] : digits / POWERS_OF_TEN[-lowest];
    }

    /** How far apart the two are. */
    Numeral apart(Numeral other) {
        return of(value().subtract(other.value()).abs());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numeral that && digits == that.digits && lowest == that.lowest;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(digits) * 31 + lowest;
    }

    /** The plain decimal number. */
    @Override
    public String toString() {
        return value().toPlainString();
    }
}
