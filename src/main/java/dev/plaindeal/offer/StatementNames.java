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
        String words = words(statement.reward(), currency);
        long alike = all.stream().filter(other -> words(other.reward(), currency).equals(words)).count();
        return alike > 1 ? words + " (statement " + number + ")" : words;
    }

    /** What to call it beside its promotion, for instance {@code the free shipping of summer}; the promotion alone where it says just this. */
    public static String in(String promotion, OfferTerms statement, int number, List<OfferTerms> all, Currency currency) {
        return all.size() < 2 ? promotion : "the " + name(statement, number, all, currency) + " of " + promotion;
    }

    private static String words(Reward reward, Currency currency) {
        if (reward instanceof Reward.Off off) {
            return benefit(off.benefit(), currency) + each(off.per());
        } else if (reward instanceof Reward.Tiers) {
            return "ladder";
        } else if (reward instanceof Reward.Every every) {
            return amount(every.off(), currency) + " off again and again";
        } else if (reward instanceof Reward.Sets sets) {
            return "deal on sets of " + sets.size();
        } else if (reward instanceof Reward.Nth nth) {
            return "deal on item " + nth.n();
        } else if (reward instanceof Reward.BuyGet deal) {
            return "buy " + deal.buy() + " get " + deal.get();
        } else if (reward instanceof Reward.Single) {
            return "deal on single items";
        } else if (reward instanceof Reward.Shipping shipping) {
            return isFree(shipping.benefit()) ? "free shipping" : benefit(shipping.benefit(), currency) + " shipping";
        }
        return "gift " + ((Reward.Gift) reward).name();
    }

    private static String each(Reward.Per per) {
        return switch (per) {
            case SCOPE -> "";
            case LINE -> " each line";
            case UNIT -> " each item";
        };
    }

    private static boolean isFree(Benefit benefit) {
        return benefit instanceof Benefit.PercentOff off && off.percent().isWhole();
    }

    private static String benefit(Benefit benefit, Currency currency) {
        if (benefit instanceof Benefit.PercentOff off) {
            return off.percent().text() + " % off";
        }
        return benefit instanceof Benefit.AmountOff off
                ? amount(off.amounts(), currency) + " off"
                : "price of " + amount(((Benefit.PriceOf) benefit).price(), currency);
    }

    private static String amount(Amounts amounts, Currency currency) {
        return amounts.in(currency).map(Money::toString).orElse("amount");
    }
}
