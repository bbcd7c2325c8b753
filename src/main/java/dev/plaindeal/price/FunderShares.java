package dev.plaindeal.price;

import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Funding;
import dev.plaindeal.policy.Conventions.Spare;
import java.math.RoundingMode;

/**
 * Splits what an offer takes off between platform and store, line by line, to the minor unit.
 *
 * <p>The platform's part of the whole discount is rounded half up once and shared out over the lines by their shares;
 * the store pays the rest of each line. Where the platform pays an amount at most, its part of the whole is no more than
 * that. So both always sum to the discount, in all and on every line.
 *
 * <p>Worked number: 5.00 shared 40 to 60 over 2.14, 1.33 and 1.53 is 0.86, 0.53 and 0.61 for the platform.
 */
public final class FunderShares {

    private FunderShares() {}

    /** The platform's part of each share, in minor units of the currency; never more than the share. */
    public static long[] platform(long[] shares, Funding funding, Currency currency) {
        long whole = Ledger.sum(shares);
        long part = platform(whole, funding, currency);
        return part == whole ? shares : Allocator.share(part, shares, Spare.LARGEST_REMAINDER);
    }

    /** The platform's part of a whole discount, in minor units of the currency, rounded half up; the store pays the rest. */
    public static long platform(long whole, Funding funding, Currency currency) {
        long most = funding.platformAtMost().map(amounts -> amounts.minor(currency)).orElse(whole);
        return Math.min(most, funding.platform().of(whole, RoundingMode.HALF_UP));
    }
}
