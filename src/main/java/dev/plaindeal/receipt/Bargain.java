package dev.plaindeal.receipt;

import dev.plaindeal.money.Money;

/**
 * How much of a bargain a price feels like, 0 to 100. A number of its own: it says nothing about how simple the deal is,
 * and the two are never added.
 *
 * <p>100 / (1 + e^(-(p - 15) / 6)), p the net percentage unrounded, times 0.95 when the saving is no short number (more
 * than two digits that are not zero). The curve is provisional: it was set by judgement, not measured on buyers. Nothing
 * saved gives 7.59, the curve's value at zero.
 *
 * <p>Worked number: 12.00 off 80.00 is 15 %, the middle of the curve: 50.0. Off the same price 12.34 is 15.425 %, 51.77
 * on the curve, and 49.18 because 12.34 has four digits.
 */
public final class Bargain {

    private static final double MIDDLE = 15;
    private static final double SPREAD = 6;
    private static final double LONG_NUMBER = 0.95;
    private static final int SHORT_DIGITS = 2;

    private Bargain() {}

    /**
     * The bargain of a saving, unrounded.
     *
     * @param saving zero or more
     * @param base the price the saving is taken from; of a base of zero nothing can be saved
     * @throws ArithmeticException when the two are in different currencies
     * @throws IllegalArgumentException when the saving is negative or more than the base
     */
    public static double of(Money saving, Money base) {
        if (saving.minor() < 0 || saving.compareTo(base) > 0) {
            throw new IllegalArgumentException("cannot save " + saving + " of " + base);
        }
        double percent = base.isZero() ? 0 : 100.0 * saving.minor() / base.minor();
        double curve = 100 / (1 + Math.exp(-(percent - MIDDLE) / SPREAD));
        return nonZeroDigits(saving.minor()) <= SHORT_DIGITS ? curve : curve * LONG_NUMBER;
    }

    private static int nonZeroDigits(long number) {
        int count = 0;
        for (long rest = number; rest > 0; rest /= 10) {
            count += rest % 10 == 0 ? 0 : 1;
        }
        return count;
    }
}
