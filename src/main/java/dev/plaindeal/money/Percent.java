package dev.plaindeal.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact percentage, kept in millionths (parts per million), so 12.5 % is 125 000 and 0.01 % is 100.
 *
 * <p>Worked number: {@code Percent.of("12.5").of(4799, RoundingMode.HALF_UP)} is 600 (599.875 rounded).
 *
 * @param millionths parts per million, 0 to 1 000 000
 */
public record Percent(int millionths) {

    private static final int WHOLE = 1_000_000;
    private static final long SAFE = Long.MAX_VALUE / WHOLE;

    /** Refuses what is not between 0 and 100 %. */
    public Percent {
        if (millionths < 0 || millionths > WHOLE) {
            throw new IllegalArgumentException("a percentage is between 0 and 100");
        }
    }

    /**
     * Reads a percentage such as {@code 10} or {@code 12.5}, without the sign.
     *
     * @throws ArithmeticException when it has more than four decimals
     * @throws IllegalArgumentException when it is no number or not between 0 and 100
     */
    public static Percent of(String text) {
        return new Percent(new BigDecimal(text).movePointRight(4).intValueExact());
    }

    /** This share of an amount in minor units, rounded once in the mode given. */
    public long of(long minor, RoundingMode mode) {
        if (Math.abs(minor) > SAFE) {
            return new BigDecimal(BigInteger.valueOf(minor).multiply(BigInteger.valueOf(millionths)))
                    .divide(BigDecimal.valueOf(WHOLE), 0, mode)
                    .longValueExact();
        }
        return divide(minor * millionths, WHOLE, mode);
    }

    /** What is left of the whole: 100 % less this. */
    public Percent rest() {
        return new Percent(WHOLE - millionths);
    }

    /** Whether this is all of it. */
    public boolean isWhole() {
        return millionths == WHOLE;
    }

    /** The number without its sign, without needless zeros: {@code 12.5}. */
    public String text() {
        return number().toPlainString();
    }

    /** The number as an exact decimal, without needless zeros. */
    public BigDecimal number() {
        BigDecimal plain = BigDecimal.valueOf(millionths, 4).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Division of whole numbers in a rounding mode, without objects for the modes promotions use. */
    static long divide(long dividend, long divisor, RoundingMode mode) {
        long quotient = dividend / divisor;
        long rest = dividend % divisor;
        if (rest == 0) {
            return quotient;
        }
        if (dividend > 0 && divisor > 0) {
            long twice = rest - (divisor - rest);
            return switch (mode) {
                case DOWN, FLOOR -> quotient;
                case UP, CEILING -> quotient + 1;
                case HALF_UP -> twice >= 0 ? quotient + 1 : quotient;
                case HALF_DOWN -> twice > 0 ? quotient + 1 : quotient;
                case HALF_EVEN -> twice > 0 || twice == 0 && (quotient & 1) == 1 ? quotient + 1 : quotient;
                case UNNECESSARY -> throw new ArithmeticException("rounding needed");
            };
        }
        return BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), 0, mode)
                .longValueExact();
    }

    @Override
    public String toString() {
        return text() + " %";
    }
}
