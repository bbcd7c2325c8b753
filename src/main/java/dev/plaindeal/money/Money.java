package dev.plaindeal.money;

import java.math.BigDecimal;

/**
 * An exact amount of money in minor units of its currency.
 *
 * <p>No method rounds: an amount that does not fit the currency is refused, and overflow is an error, never a wrap.
 * Immutable and thread-safe.
 *
 * <p>Worked number: {@code Money.of("12.40", Currency.of("USD"))} has 1240 minor units and prints as {@code 12.40}.
 *
 * @param minor minor units, negative for a debt
 * @param currency the currency that says what a minor unit is
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /**
     * Reads a decimal number in major units, for instance {@code 12.4} or {@code 12.40} for 1240 cents.
     *
     * @throws ArithmeticException when the number has more decimals than the currency, zeros too, or overflows
     * @throws NumberFormatException when the text is no decimal number
     */
    public static Money of(String major, Currency currency) {
        BigDecimal number = new BigDecimal(major);
        try {
            // Scaled and not moved, because to move the point writes out every zero of an exponent.
            BigDecimal minor = number.scaleByPowerOfTen(currency.digits());
            if (number.scale() > currency.digits()) {
                // Also zeros: "50.000" of a currency without decimals is fifty thousand to whoever writes it.
                throw new ArithmeticException("too many decimals");
            }
            return new Money(minor.longValueExact(), currency);
        } catch (ArithmeticException unfit) {
            throw new ArithmeticException(
                    major + " is too large or has more than " + currency.digits() + " decimals, as " + currency + " has");
        }
    }

    /** Nothing, in this currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** The sum; {@link ArithmeticException} on overflow or when the currencies differ. */
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    /** The difference; {@link ArithmeticException} on overflow or when the currencies differ. */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    /** The same amount in the other sign. */
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** Whether this is exactly nothing. */
    public boolean isZero() {
        return minor == 0;
    }

    /** The amount in major units as an exact decimal with all of the currency's decimals. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.digits());
    }

    /** The amount in major units with all of the currency's decimals and no currency, as JSON carries it. */
    public String text() {
        return DecimalText.of(minor, currency.digits());
    }

    private Money same(Money other) {
        if (other.currency != currency) {
            throw new ArithmeticException(currency + " and " + other.currency + " do not add up");
        }
        return other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** Code and amount, for messages: {@code USD 12.40}. */
    @Override
    public String toString() {
        return currency + " " + text();
    }
}
