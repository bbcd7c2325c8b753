package dev.plaindeal.receipt;

import dev.plaindeal.language.Frame;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import dev.plaindeal.weights.ComparisonPrice;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What may be announced about a price, before any words: the one net effect of everything that was taken off.
 *
 * <p>Whether a cap bound or several percentages took part does not matter here: only the money does.
 */
record Reduction(Frame frame, BasePrice basis, Money saving, Percent percent, Money pay) {

    private static final int MILLIONTHS_PER_POINT = 10_000;
    private static final long SAFE = Long.MAX_VALUE / 100;

    /** The announcement that is true, and lawful where it is made. */
    static Reduction of(Money list, Money pay, Optional<Money> prior, ComparisonPrice lawful) {
        refuseNegative(list);
        refuseNegative(pay);
        if (prior.isPresent() && lawful == ComparisonPrice.LOWEST_OF_30_DAYS) {
            refuseNegative(prior.get());
            return from(prior.get(), BasePrice.PRIOR_PRICE, pay);
        }
        return from(list, BasePrice.LIST, pay);
    }

    private static Reduction from(Money base, BasePrice basis, Money pay) {
        if (base.compareTo(pay) <= 0) {
            return new Reduction(Frame.NONE, basis, Money.zero(pay.currency()), new Percent(0), pay);
        }
        Money saving = base.minus(pay);
        int points = wholePoints(saving.minor(), base.minor());
        Percent percent = new Percent(points * MILLIONTHS_PER_POINT);
        return new Reduction(frame(saving, points, pay), basis, saving, percent, pay);
    }

    /** The price the saving was taken from; the price to pay when nothing is announced. */
    Money base() {
        return saving.plus(pay);
    }

    /**
     * The larger numeral looks like the better deal (Gonzalez et al. 2016), so the numbers are compared as printed:
     * the saving in major units against the rounded percentage. A tie goes to the money, which needs no arithmetic.
     */
    private static Frame frame(Money saving, int points, Money pay) {
        if (pay.isZero()) {
            return Frame.FREE;
        }
        long unit = saving.currency().unit();
        return saving.minor() >= points * unit ? Frame.AMOUNT : Frame.PERCENT;
    }

    /** The saving in hundredths of the base, rounded down so that no percentage promises more than was given. */
    private static int wholePoints(long saving, long base) {
        if (saving <= SAFE) {
            return (int) (saving * 100 / base);
        }
        return BigInteger.valueOf(saving)
                .multiply(BigInteger.valueOf(100))
                .divide(BigInteger.valueOf(base))
                .intValueExact();
    }

    private static void refuseNegative(Money price) {
        if (price.minor() < 0) {
            throw new IllegalArgumentException("a price is never below zero: " + price);
        }
    }
}
