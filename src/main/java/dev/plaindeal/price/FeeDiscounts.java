package dev.plaindeal.price;

import dev.plaindeal.offer.Benefit;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.price.Outcome.Taken;
import java.util.function.IntUnaryOperator;

/** Benefits on shipping fees; goods are never touched. */
final class FeeDiscounts {

    private static final long[] NO_LINES = new long[0];

    private FeeDiscounts() {}

    static Pricer.PricedStep take(PricingContext asked, Benefit benefit) {
        Ledger ledger = asked.ledger;
        long[] running = inScope(asked, ledger.fees);
        Discount take = benefit.match(new WantedOffFees(asked, running));
        boolean capped = take.total() > asked.cap();
        long total = Math.min(Math.min(take.total(), asked.cap()), Ledger.sum(running));
        long[] shares = take.isFixed() && !capped
                ? LineMinimum.cut(take.shares(), running)
                : shared(asked, total, take.weights(), running);
        Taken taken = new Taken(Ledger.sum(shares), NO_LINES, shares, capped, 0);
        return new Pricer.PricedStep(ledger.less(NO_LINES, shares, Ledger.NONE_USED, asked.offer), taken);
    }

    /** Fees come in the order of their stores' names, whatever the order of the basket. */
    private static long[] shared(PricingContext asked, long total, long[] weights, long[] running) {
        Conventions.Spare spare = asked.conventions.spare();
        return LineMinimum.moved(
                Allocator.share(total, weights, spare), weights, running, spare, IntUnaryOperator.identity());
    }

    /** What each kind of benefit would like to take. */
    private record WantedOffFees(PricingContext asked, long[] running) implements Benefit.Cases<Discount> {
        @Override
        public Discount percent(Benefit.PercentOff benefit) {
            return FeeDiscounts.percent(asked, benefit, running);
        }

        @Override
        public Discount amount(Benefit.AmountOff benefit) {
            return Discount.shared(asked.minor(benefit.amounts()), running);
        }

        @Override
        public Discount price(Benefit.PriceOf benefit) {
            long[] above = above(asked, benefit, running);
            return Discount.shared(Ledger.sum(above), above);
        }
    }

    /** A fee is one line and one item at once: rounded for each of either, it is rounded for each fee. */
    private static Discount percent(PricingContext asked, Benefit.PercentOff off, long[] running) {
        long[] bases = inScope(asked, asked.ledger.fees(asked.conventions.percentOf()));
        if (asked.conventions.grain() == Conventions.Grain.SCOPE) {
            return Discount.shared(asked.percentOf(off.percent(), Ledger.sum(bases)), running);
        }
        long[] shares = new long[bases.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = asked.percentOf(off.percent(), bases[i]);
        }
        return Discount.fixed(shares);
    }

    private static long[] above(PricingContext asked, Benefit.PriceOf target, long[] running) {
        long price = asked.minor(target.price());
        long[] above = new long[running.length];
        for (int i = 0; i < above.length; i++) {
            above[i] = Math.max(0, running[i] - price);
        }
        return above;
    }

    private static long[] inScope(PricingContext asked, long[] fees) {
        long[] in = new long[fees.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = asked.offer.ships(asked.ledger.goods.feeStores[i]) ? fees[i] : 0;
        }
        return in;
    }
}
