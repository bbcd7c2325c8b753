package dev.plaindeal.price;

import dev.plaindeal.policy.Conventions.Spare;
import java.util.function.IntUnaryOperator;

/**
 * How what a deal takes off stands on the lines of its items. The sum is that of the items which get it, floors heeded; no
 * line bears more than its items of the deal cost, and what one cannot bear goes to the others.
 *
 * <p>Worked number: of two for 30.00 and 20.00 the second at half price, 10.00 spread equally is 5.00 on each.
 */
final class Spreading {

    private Spreading() {}

    /** The same sum, spread as the conventions say. */
    static Discount over(PricingContext asked, Discount take) {
        if (take.used() == Ledger.NONE_USED) {
            return take;
        }
        return switch (asked.conventions.spread()) {
            case AS_TAKEN -> take;
            case BY_PRICE -> by(prices(asked, take), asked, take);
            case EQUALLY -> by(counts(take), asked, take);
        };
    }

    private static Discount by(long[] weights, PricingContext asked, Discount take) {
        long[] room = LineMinimum.room(asked);
        long total = take.isFixed() ? Ledger.sum(LineMinimum.cut(take.shares(), room)) : take.total();
        Spare spare = asked.conventions.spare();
        IntUnaryOperator turn = asked.ledger.goods.turn;
        long[] most = LineMinimum.cut(prices(asked, take), room);
        long[] shares = LineMinimum.moved(Allocator.share(total, weights, spare, turn), weights, most, spare, turn);
        return Discount.fixed(shares, take.used()).cappedIf(take.capped());
    }

    /** What the items of the deal cost, by line. */
    private static long[] prices(PricingContext asked, Discount take) {
        if (!take.isFixed()) {
            return take.weights();
        }
        long[] prices = new long[take.shares().length];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = Math.max(take.shares()[i], asked.ledger.priceOfFree(i, take.usedOf(i)));
        }
        return prices;
    }

    private static long[] counts(Discount take) {
        long[] counts = new long[take.used().length];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = take.usedOf(i);
        }
        return counts;
    }
}
