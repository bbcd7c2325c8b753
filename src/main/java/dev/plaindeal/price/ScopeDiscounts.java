package dev.plaindeal.price;

import dev.plaindeal.offer.Benefit.AmountOff;
import dev.plaindeal.offer.Benefit.PercentOff;
import dev.plaindeal.offer.Benefit.PriceOf;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Reward.Per;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.policy.Conventions.Grain;
import java.util.function.LongUnaryOperator;

/** Benefits on everything in scope: percentages, amounts and prices, at every grain. */
final class ScopeDiscounts {

    private ScopeDiscounts() {}

    static Discount take(PricingContext asked, Reward.Off off) {
        return off.benefit().match(new WantedInScope(asked, off.per()));
    }

    /** What each kind of benefit would like to take. */
    private record WantedInScope(PricingContext asked, Per per) implements Benefit.Cases<Discount> {
        @Override
        public Discount percent(PercentOff benefit) {
            return ScopeDiscounts.percent(asked, benefit);
        }

        @Override
        public Discount amount(AmountOff benefit) {
            return per == Per.SCOPE ? ScopeDiscounts.amount(asked, asked.minor(benefit.amounts())) : each(asked, benefit, per);
        }

        @Override
        public Discount price(PriceOf benefit) {
            return per == Per.SCOPE ? ScopeDiscounts.price(asked, benefit) : each(asked, benefit, per);
        }
    }

    private static Discount percent(PricingContext asked, PercentOff off) {
        long[] bases = asked.bases();
        if (asked.conventions.grain() == Grain.SCOPE) {
            return Discount.shared(asked.percentOf(off.percent(), Ledger.sum(bases)), bases);
        }
        long[] shares = new long[bases.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = asked.conventions.grain() == Grain.LINE
                    ? asked.percentOf(off.percent(), bases[i])
                    : byUnit(asked, i, bases[i], price -> asked.percentOf(off.percent(), price));
        }
        return Discount.fixed(shares);
    }

    /** No more than what the units that take part cost. */
    static Discount amount(PricingContext asked, long amount) {
        long[] running = asked.running();
        return Discount.shared(asked.terms.scope().unitsPerLine() == 0 ? amount : Math.min(amount, Ledger.sum(running)), running);
    }

    private static Discount price(PricingContext asked, PriceOf target) {
        long[] running = asked.running();
        return Discount.shared(Math.max(0, Ledger.sum(running) - asked.minor(target.price())), running);
    }

    private static Discount each(PricingContext asked, Benefit benefit, Per per) {
        LongUnaryOperator off = off(asked, benefit);
        long[] running = asked.running();
        long[] shares = new long[running.length];
        for (int i = 0; i < shares.length; i++) {
            if (asked.inScope[i]) {
                shares[i] = per == Per.LINE ? off.applyAsLong(running[i]) : byUnit(asked, i, running[i], off);
            }
        }
        return Discount.fixed(shares);
    }

    /** What a benefit takes off one thing, by its price and never more than that. */
    static LongUnaryOperator off(PricingContext asked, Benefit benefit) {
        return benefit.match(new OffOne(asked));
    }

    private record OffOne(PricingContext asked) implements Benefit.Cases<LongUnaryOperator> {
        @Override
        public LongUnaryOperator percent(PercentOff benefit) {
            return price -> asked.percentOf(benefit.percent(), price);
        }

        @Override
        public LongUnaryOperator amount(AmountOff benefit) {
            long amount = asked.minor(benefit.amounts());
            return price -> Math.min(price, amount);
        }

        @Override
        public LongUnaryOperator price(PriceOf benefit) {
            long target = asked.minor(benefit.price());
            return price -> Math.max(0, price - target);
        }
    }

    /** Asks for each unit alone; units of one line differ by one minor unit at most, so two questions are enough. */
    private static long byUnit(PricingContext asked, int line, long price, LongUnaryOperator off) {
        int units = asked.unitsOf(line);
        long each = price / units;
        long dearer = price % units;
        return (units - dearer) * off.applyAsLong(each) + (dearer == 0 ? 0 : dearer * off.applyAsLong(each + 1));
    }
}
