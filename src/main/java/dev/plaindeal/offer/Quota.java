package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How much of a promotion there is for one buyer, for one store, or for all, in all or anew in each period.
 *
 * @param whose for whom it is counted
 * @param most how much there is
 * @param period the periods it begins anew with; in all where empty
 */
public record Quota(Holder whose, Most most, Optional<Period> period) {

    /** What keys of shared budgets begin with. */
    public static final String OF_FUND = "budget/";
    /** What keys of codes begin with; no promotion's id has a slash. */
    public static final String OF_CODE = "code/";
    /** What follows the promotion's id where each buyer is counted alone; the host knows which buyer, and no receipt says. */
    public static final String OF_BUYER = "/buyer";

    /** What follows the promotion's id where each store is counted alone, before the store's own name. */
    public static final String OF_STORE = "/store/";

    /** For whom something is counted. */
    public enum Holder {
        /** For all orders together. */
        ALL,
        /** For each buyer alone. */
        EACH_BUYER,
        /** For each store alone: what the promotion gives on its goods. */
        EACH_STORE
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
        String count = items.count() + (items.count() == 1 ? " item" : " items");
        return Optional.of(switch (whose) {
            case ALL -> "only the first " + count + when(" of a ");
            case EACH_BUYER -> "at most " + count + " for each buyer" + when(" in a ");
            case EACH_STORE -> "only the first " + count + " of the store" + when(" in a ");
        });
    }

    private String when(String within) {
        return period.map(one -> within + one.length().key()).orElse("");
    }

    /** The budget it comes from where promotions share one, else empty. */
    public Optional<String> fund() {
        return most instanceof CountedMoney money ? money.fund() : Optional.empty();
    }

    /**
     * What the host tells what is left by: the promotion's id, and the period it is counted for, {@code mcxmas/day/2021-11-08}; where each
     * store is counted alone {@code mcxmas/store/pearl-house/day/2021-11-08}; of a budget that promotions share
     * {@code budget/autumn/day/2021-11-08}.
     *
     * @param offer of the promotion that says so
     */
    public String name(Offer offer, Instant at) {
        String ofStore = whose == Holder.EACH_STORE ? OF_STORE + part(offer.store()) : "";
        return named(offer.promotion() + ofStore, at);
    }

    private String named(String owner, Instant at) {
        return fund().map(name -> OF_FUND + name).orElse(owner) + period.map(one -> "/" + one.name(at)).orElse("");
    }

    /**
     * A name from outside as one part of a key: no two parts are the same unless the names are, and none is two parts.
     *
     * <p>Worked example: {@code a/b} is {@code a%2Fb}, and {@code 10%} is {@code 10%25}.
     */
    public static String part(String name) {
        return name.replace("%", "%25").replace("/", "%2F");
    }

    /** What a receipt reserves by: the same with {@code /buyer} where each buyer is counted alone, {@code mcxmas/buyer/day/2021-11-08}. */
    public String key(Offer offer, Instant at) {
        return whose == Holder.EACH_BUYER ? named(offer.promotion() + OF_BUYER, at) : name(offer, at);
    }

    /** Whether what the offer gives is counted: where each store is counted alone, an offer that is one store's. */
    public boolean counts(Offer offer) {
        return whose != Holder.EACH_STORE || !offer.store().isEmpty();
    }

    /** Whether what both offers give is one count: they are of one promotion, and of one store where each store is counted alone. */
    public boolean countsTogether(Offer one, Offer other) {
        return one.promotion().equals(other.promotion()) && (whose != Holder.EACH_STORE || one.store().equals(other.store()));
    }
}
