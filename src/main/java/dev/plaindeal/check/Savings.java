package dev.plaindeal.check;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.OfferTerms;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** What a benefit takes off, in minor units; for comparing promises, not for pricing. */
final class Savings {

    private Savings() {}

    /** Off goods worth this much; empty where the benefit names no such currency or is a price. */
    static OptionalLong on(long goods, Benefit benefit, Currency currency) {
        if (benefit instanceof Benefit.PercentOff off) {
            return OptionalLong.of(off.percent().of(goods, RoundingMode.HALF_UP));
        }
        boolean named = benefit instanceof Benefit.AmountOff amount && amount.amounts().has(currency);
        return named ? OptionalLong.of(((Benefit.AmountOff) benefit).amounts().minor(currency)) : OptionalLong.empty();
    }

    /** The most these terms take off, without limit where they name no cap in this currency. */
    static long cap(OfferTerms terms, Currency currency) {
        return terms.cap().flatMap(cap -> cap.in(currency)).map(Money::minor).orElse(Long.MAX_VALUE);
    }

    /** The amount in this currency, as a rule file writes it: {@code USD 5.00}. */
    static String text(long minor, Currency currency) {
        return new Money(minor, currency).toString();
    }
}
