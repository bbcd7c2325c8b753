package dev.plaindeal.check;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalLong;

/** What a benefit takes off, in minor units; for comparing promises, not for pricing. */
final class Savings {

    private Savings() {}

    /** Off goods worth this much; empty where the benefit names no such currency or is a price. */
    static OptionalLong on(long goods, Benefit benefit, Currency currency) {
        return benefit.match(new SavingOn(goods, currency));
    }

    private record SavingOn(long goods, Currency currency) implements Benefit.Cases<OptionalLong> {
        @Override
        public OptionalLong percent(Benefit.PercentOff benefit) {
            return OptionalLong.of(benefit.percent().of(goods, RoundingMode.HALF_UP));
        }

        @Override
        public OptionalLong amount(Benefit.AmountOff benefit) {
            return benefit.isIn(currency) ? OptionalLong.of(benefit.amounts().minor(currency)) : OptionalLong.empty();
        }

        @Override
        public OptionalLong price(Benefit.PriceOf benefit) {
            return OptionalLong.empty();
        }
    }

    /** The most these terms take off, without limit where they name no cap in this currency. */
    static long cap(OfferTerms terms, Currency currency) {
        return terms.cap().flatMap(cap -> cap.in(currency)).map(Money::minor).orElse(Long.MAX_VALUE);
    }

    /** The cap, or the largest of its amounts where it takes one of them once; without limit where that depends on the goods. */
    static long most(OfferTerms terms, Currency in) {
        return Math.min(cap(terms, in), largest(terms.reward(), in));
    }

    private static long largest(Reward reward, Currency in) {
        List<Benefit> once = reward.once();
        boolean fixed = !once.isEmpty() && once.stream().allMatch(benefit -> !benefit.isPercent() && benefit.isIn(in));
        return fixed ? once.stream().mapToLong(benefit -> on(0, benefit, in).orElse(Long.MAX_VALUE)).max().orElseThrow() : Long.MAX_VALUE;
    }

    /** The amount in this currency, as a rule file writes it: {@code USD 5.00}. */
    static String text(long minor, Currency currency) {
        return new Money(minor, currency).toString();
    }
}
