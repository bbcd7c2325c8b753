package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much of a promotion there is for one buyer, or for all, in all or anew in each period.
 *
 * @param whose for whom it is counted
 * @param most how much there is
 * @param period the periods it begins anew with; in all where empty
 */
public record Quota(Buyers whose, Most most, Optional<Period> period) {

    /** What keys of shared budgets begin with. */
    public static final String OF_FUND = "budget/";
    /** What keys of codes begin with; no promotion's id has a slash. */
    public static final String OF_CODE = "code/";
    /** What follows the promotion's id where each buyer is counted alone; the host knows which buyer, and no receipt says. */
    public static final String OF_BUYER = "/buyer";

    /** For which buyers something is counted. */
    public enum Buyers {
        /** For all of them together. */
        ALL,
        /** For each alone. */
        EACH
    }

    /** How much there is. */
    public sealed interface Most {
        /** Uses, items, or minor units of this currency; empty where no amount in it is named. */
        OptionalLong in(Currency currency);
    }

    /**
     * So many orders that use it.
     *
     * @param count 1 or more
     */
    public record CountedUses(long count) implements Most {
        @Override
        public OptionalLong in(Currency currency) {
            return OptionalLong.of(count);
        }
    }

    /**
     * So many items that get it.
     *
     * @param count 1 or more
     */
    public record CountedItems(int count) implements Most {
        @Override
        public OptionalLong in(Currency currency) {
            return OptionalLong.of(count);
        }
    }

    /**
     * Money it may take off.
     *
     * @param amounts more than nothing, by currency
     * @param fund the budget it comes from where promotions share one, else empty
     */
    public record CountedMoney(Amounts amounts, Optional<String> fund) implements Most {
        /** Of the promotion's own. */
        public CountedMoney(Amounts amounts) {
            this(amounts, Optional.empty());
        }

        @Override
        public OptionalLong in(Currency currency) {
            return amounts.has(currency) ? OptionalLong.of(amounts.minor(currency)) : OptionalLong.empty();
        }
    }

    /** As a buyer reads it, empty where only the shop's books know of it: {@code at most 2 items for each buyer in a day}. */
    public Optional<String> text() {
        if (!(most instanceof CountedItems items)) {
            return Optional.empty();
        }
        String when = period.map(one -> (whose == Buyers.EACH ? " in a " : " of a ") + one.length().key()).orElse("");
        String count = items.count() + (items.count() == 1 ? " item" : " items");
        return Optional.of(whose == Buyers.EACH ? "at most " + count + " for each buyer" + when : "only the first " + count + when);
    }

    /** The budget it comes from where promotions share one, else empty. */
    public Optional<String> fund() {
        return most instanceof CountedMoney money ? money.fund() : Optional.empty();
    }

    /**
     * What the host tells what is left by: the promotion's id, and the period it is counted for, {@code mcxmas/day/2021-11-08}; of a budget
     * that promotions share {@code budget/autumn/day/2021-11-08}.
     */
    public String name(String promotion, Instant at) {
        return fund().map(name -> OF_FUND + name).orElse(promotion) + period.map(one -> "/" + one.name(at)).orElse("");
    }

    /** What a receipt reserves by: the same with {@code /buyer} where each buyer is counted alone, {@code mcxmas/buyer/day/2021-11-08}. */
    public String key(String promotion, Instant at) {
        return name(whose == Buyers.EACH ? promotion + OF_BUYER : promotion, at);
    }
}
