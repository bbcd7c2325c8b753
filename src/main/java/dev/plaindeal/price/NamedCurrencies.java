package dev.plaindeal.price;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.offer.Tier;
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
                && terms.reward().match(new OfReward(currency));
    }

    private static boolean named(Optional<Amounts> amounts, Currency currency) {
        return amounts.isEmpty() || amounts.get().has(currency);
    }

    private static boolean asked(Optional<Threshold> first, Currency currency) {
        Optional<Threshold> next = first;
        while (next.isPresent()) {
            if (!named(next.get().level(), currency)) {
                return false;
            }
            next = next.get().also();
        }
        return true;
    }

    private static boolean named(Level level, Currency currency) {
        return !(level instanceof Level.Spend spend) || spend.amounts().has(currency);
    }

    private static boolean named(Benefit benefit, Currency currency) {
        if (benefit instanceof Benefit.AmountOff off) {
            return off.amounts().has(currency);
        }
        return !(benefit instanceof Benefit.PriceOf price) || price.price().has(currency);
    }

    private record OfReward(Currency currency) implements Reward.Cases<Boolean> {
        @Override
        public Boolean off(Reward.Off off) {
            return named(off.benefit(), currency);
        }

        @Override
        public Boolean tiers(Reward.Tiers ladder) {
            return ladder.tiers().stream().allMatch(tier -> named(tier, currency));
        }

        @Override
        public Boolean every(Reward.Every every) {
            return named(every.step(), currency) && every.off().has(currency);
        }

        @Override
        public Boolean sets(Reward.Sets sets) {
            return named(sets.benefit(), currency);
        }

        @Override
        public Boolean nth(Reward.Nth nth) {
            return named(nth.benefit(), currency);
        }

        @Override
        public Boolean buyGet(Reward.BuyGet deal) {
            return named(deal.benefit(), currency);
        }

        @Override
        public Boolean single(Reward.Single single) {
            return named(single.benefit(), currency);
        }

        @Override
        public Boolean shipping(Reward.Shipping shipping) {
            return named(shipping.benefit(), currency);
        }

        @Override
        public Boolean gift(Reward.Gift gift) {
            return true;
        }
    }

    private static boolean named(Tier tier, Currency currency) {
        return named(tier.level(), currency) && named(tier.benefit(), currency);
    }
}
