package dev.plaindeal.receipt;

import dev.plaindeal.language.Frame;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import dev.plaindeal.weights.ComparisonPrice;
import java.math.BigInteger;

/**
 * What may be announced about a price, before any words: the one net effect of everything that was taken off.
 *
 * <p>Whether a cap bound or several percentages took part does not matter here: only the money does.
 *
 * @param base the price the saving is measured from
 */
record Reduction(Frame frame, BasePrice basis, Money base, Money saving, Percent percent, Money pay) {

    private static final int MILLIONTHS_PER_POINT = 10_000;
    private static final long SAFE = Long.MAX_VALUE / 100;

    /** The announcement that is true, and lawful where it is made. */
    static Reduction of(Prices prices, ComparisonPrice lawful) {
        if (prices.prior().isPresent() && lawful == ComparisonPrice.LOWEST_OF_30_DAYS) {
            return from(prices.prior().get(), BasePrice.PRIOR_PRICE, prices.goods(), prices.pay());
        }
        return from(prices.list(), BasePrice.LIST, prices.pay(), prices.pay());
    }

    /** Measured between two prices of the same things; what is to pay can be more. */
    private static Reduction from(Money base, BasePrice basis, Money now, Money pay) {
        if (base.compareTo(now) <= 0) {
            return new Reduction(Frame.NONE, basis, base, Money.zero(pay.currency()), new Percent(0), pay);
        }
        Money saving = base.minus(now);
        int points = wholePoints(saving.minor(), base.minor());
        Percent percent = new Percent(points * MILLIONTHS_PER_POINT);
        return new Reduction(frame(saving, points, pay), basis, base, saving, percent, pay);
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
}
