package dev.plaindeal.price;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Quota;
import dev.plaindeal.offer.Threshold;
import java.util.Collection;
import java.util.Optional;

/** Whether an offer names an amount in a currency everywhere it needs one; amounts are never converted. */
public final class NamedCurrencies {

    private NamedCurrencies() {}

    /** Whether every amount of these terms is given in this currency. */
    public static boolean named(OfferTerms terms, Currency currency) {
        return named(terms.cap(), currency)
                && named(terms.minimumPrice(), currency)
                && named(terms.scope().unitPriceFrom(), currency)
                && named(terms.scope().unitPriceTo(), currency)
                && asked(terms.threshold(), currency)
                && all(terms.limits().quotas(), currency)
                && terms.reward().isIn(currency)
                && terms.payout().isIn(currency)
                && named(terms.funding().platformAtMost(), currency);
    }

    private static boolean all(Collection<Quota> quotas, Currency currency) {
        for (Quota quota : quotas) {
            if (!named(quota, currency)) {
                return false;
            }
        }
        return true;
    }

    private static boolean named(Optional<Amounts> amounts, Currency currency) {
        return amounts.isEmpty() || amounts.get().has(currency);
    }

    /** What one buyer may get bounds the price; what is given away to all, or for a store, may be kept in one currency for all. */
    private static boolean named(Quota quota, Currency currency) {
        return quota.whose() != Quota.Holder.EACH_BUYER
                || !(quota.most() instanceof Quota.CountedMoney spend)
                || spend.amounts().has(currency);
    }

    private static boolean asked(Optional<Threshold> first, Currency currency) {
        Optional<Threshold> next = first;
        while (next.isPresent()) {
            if (!next.get().level().isIn(currency)) {
                return false;
            }
            next = next.get().also();
        }
        return true;
    }
}
