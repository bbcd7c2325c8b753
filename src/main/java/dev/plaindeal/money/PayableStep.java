package dev.plaindeal.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The smallest step in which an order can be paid, where that is more than the currency's minor unit: payment providers take no
 * fractions of a Taiwan dollar, and a till has no coin below five Swiss rappen. Immutable and thread-safe.
 *
 * <p>Worked number: in steps of TWD 1, rounded half up, TWD 179.10 is paid as TWD 179, which is a rounding of -0.10.
 *
 * @param step more than nothing
 * @param mode to which of the two steps around it an amount goes
 */
public record PayableStep(Money step, RoundingMode mode) {

    /**
     * A step.
     *
     * @throws IllegalArgumentException when it is nothing or less, or the mode rounds nothing
     */
    public PayableStep {
        if (step.minor() <= 0) {
            throw new IllegalArgumentException("the smallest amount that can be paid is more than nothing");
        }
        if (mode == RoundingMode.UNNECESSARY) {
            throw new IllegalArgumentException("a step rounds");
        }
    }

    /**
     * The amount that is paid for this one.
     *
     * @throws ArithmeticException when it is in another currency or does not fit 64 bits
     */
    public Money payable(Money exact) {
        return exact.plus(rounding(exact));
    }

    /**
     * What is added to an amount so that it can be paid: less than nothing where it is rounded down.
     *
     * @throws ArithmeticException when it is in another currency or does not fit 64 bits
     */
    public Money rounding(Money exact) {
        Money same = exact.plus(Money.zero(step.currency()));
        BigDecimal size = BigDecimal.valueOf(step.minor());
        long paid = BigDecimal.valueOf(same.minor()).divide(size, 0, mode).multiply(size).longValueExact();
        return new Money(Math.subtractExact(paid, same.minor()), same.currency());
    }
}
