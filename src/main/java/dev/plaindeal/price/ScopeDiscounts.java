package dev.plaindeal.price;

import dev.plaindeal.offer.Benefit.AmountOff;
import dev.plaindeal.offer.Benefit.PercentOff;
import dev.plaindeal.offer.Benefit.PriceOf;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Reward.Per;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.policy.Conventions.Grain;

/** Benefits on everything in scope: percentages, amounts and prices, at every grain. */
final class ScopeDiscounts {

    private ScopeDiscounts() {}

    static Discount take(PricingContext asked, Reward.Off off) {
        Benefit benefit = off.benefit();
        if (benefit instanceof PercentOff percent) {
            return percent(asked, percent);
        }
        if (off.per() != Per.SCOPE) {
            return each(asked, benefit, off.per());
        }
        return benefit instanceof AmountOff amount ? amount(asked, amount) : price(asked, (PriceOf) benefit);
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

    private static Discount amount(PricingContext asked, AmountOff off) {
        return amount(asked, asked.minor(off.amounts()));
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
        long[] running = asked.running();
        long[] shares = new long[running.length];
        for (int i = 0; i < shares.length; i++) {
            if (asked.inScope[i]) {
                shares[i] = per == Per.LINE
                        ? off(asked, benefit, running[i])
                        : byUnit(asked, i, running[i], price -> off(asked, benefit, price));
            }
        }
        return Discount.fixed(shares);
    }

    /** What a benefit takes off one thing of this price, never more than the price. */
    static long off(PricingContext asked, Benefit benefit, long price) {
        if (benefit instanceof PercentOff percent) {
            return asked.percentOf(percent.percent(), price);
        }
        return benefit instanceof AmountOff amount
                ? Math.min(price, asked.minor(amount.amounts()))
                : Math.max(0, price - asked.minor(((PriceOf) benefit).price()));
    }

    private interface OneUnit {
        long off(long price);
    }

    /** Asks for each unit alone; units of one line differ by one minor unit at most, so two questions are enough. */
    private static long byUnit(PricingContext asked, int line, long price, OneUnit unit) {
        int units = asked.unitsOf(line);
        long each = price / units;
        long dearer = price % units;
        return (units - dearer) * unit.off(each) + (dearer == 0 ? 0 : dearer * unit.off(each + 1));
    }
}
