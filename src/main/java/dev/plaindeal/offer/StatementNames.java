package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.util.List;

/** What to call a statement of a promotion: by what it gives, in a few words, because its author gave it no name. */
public final class StatementNames {

    private StatementNames() {}

    /**
     * What this statement gives, for instance {@code free shipping}; with its number where another gives the same.
     *
     * @param statement which
     * @param number its place in the file, from 1
     * @param all the promotion's statements that it has to be told from, itself among them
     * @param currency of the amounts
     */
    public static String name(OfferTerms statement, int number, List<OfferTerms> all, Currency currency) {
        String words = words(statement, currency);
        long alike = all.stream().filter(other -> words(other, currency).equals(words)).count();
        return alike > 1 ? words + " (statement " + number + ")" : words;
    }

    /** What to call it beside its promotion, for instance {@code the free shipping of summer}; the promotion alone where it says just this. */
    public static String in(String promotion, OfferTerms statement, int number, List<OfferTerms> all, Currency currency) {
        return all.size() < 2 ? promotion : "the " + name(statement, number, all, currency) + " of " + promotion;
    }

    private static String words(OfferTerms statement, Currency currency) {
        String words = words(statement.reward(), currency);
        return !statement.comesOff() ? words + " as " + statement.payout().kind().key() : words;
    }

    private static String words(Reward reward, Currency currency) {
        return reward.match(new Words(currency));
    }

    private record Words(Currency currency) implements Reward.Cases<String> {
        @Override
        public String off(Reward.Off off) {
            return benefit(off.benefit(), currency) + each(off.per());
        }

        @Override
        public String tiers(Reward.Tiers ladder) {
            return "ladder";
        }

        @Override
        public String every(Reward.Every every) {
            return amount(every.off(), currency) + " off again and again";
        }

        @Override
        public String sets(Reward.Sets sets) {
            return "deal on sets of " + sets.size();
        }

        @Override
        public String nth(Reward.Nth nth) {
            return "deal on item " + nth.n();
        }

        @Override
        public String buyGet(Reward.BuyGet deal) {
            return "buy " + deal.buy() + " get " + deal.get();
        }

        @Override
        public String single(Reward.Single single) {
            return "deal on single items";
        }

        @Override
        public String setTiers(Reward.SetTiers sets) {
            return "deal on sets of up to " + sets.size();
        }

        @Override
        public String staggered(Reward.Staggered deal) {
            return "deal on each item of " + deal.size();
        }

        @Override
        public String earned(Reward.Earned deal) {
            return benefit(deal.benefit(), currency) + " for items earned";
        }

        @Override
        public String shipping(Reward.Shipping shipping) {
            return shipping.benefit().isWhole() ? "free shipping" : benefit(shipping.benefit(), currency) + " shipping";
        }

        @Override
        public String gift(Reward.Gift gift) {
            return "gift " + gift.name();
        }
    }

    private static String each(Reward.Per per) {
        return switch (per) {
            case SCOPE -> "";
            case LINE -> " each line";
            case UNIT -> " each item";
        };
    }

    private static String benefit(Benefit benefit, Currency currency) {
        return benefit.match(new BenefitWords(currency));
    }

    private record BenefitWords(Currency currency) implements Benefit.Cases<String> {
        @Override
        public String percent(Benefit.PercentOff off) {
            return off.percent().text() + " % off";
        }

        @Override
        public String amount(Benefit.AmountOff off) {
            return StatementNames.amount(off.amounts(), currency) + " off";
        }

        @Override
        public String price(Benefit.PriceOf target) {
            return "price of " + StatementNames.amount(target.price(), currency);
        }
    }

    private static String amount(Amounts amounts, Currency currency) {
        return amounts.in(currency).map(Money::toString).orElse("amount");
    }
}
