package dev.plaindeal.tax;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;

/**
 * Who pays for something: {@code list} is always {@code buyer + store + platform}, exactly. Immutable and thread-safe.
 *
 * <p>Worked number: goods of 60.00 with 10.00 off, of which the platform pays 8.00, are 50.00 from the buyer, 2.00 from the store and
 * 8.00 from the platform. The base is 58.00 where a third party's discount counts as paid, and 50.00 where it does not.
 *
 * @param list the price before any discount
 * @param buyer what the buyer pays of it
 * @param store what the seller gives up of it
 * @param platform what the platform, a third party to the sale, pays of it
 */
public record PaidParts(Money list, Money buyer, Money store, Money platform) {

    /** Whether what a third party pays of a price belongs to the base that is taxed. */
    public enum ThirdParty {
        /** Its discount counts as paid: the seller receives it all the same. */
        COUNTS_AS_PAID,
        /** Its discount makes the price smaller: the buyer's price is what counts. */
        REDUCES_PRICE
    }

    static PaidParts nothing(Currency currency) {
        Money zero = Money.zero(currency);
        return new PaidParts(zero, zero, zero, zero);
    }

    static PaidParts undiscounted(Money list) {
        Money zero = Money.zero(list.currency());
        return new PaidParts(list, list, zero, zero);
    }

    /** After a share of a discount, of which the platform pays this much and the store the rest. */
    PaidParts less(Money share, Money byPlatform) {
        return new PaidParts(list, buyer.minus(share), store.plus(share.minus(byPlatform)), platform.plus(byPlatform));
    }

    PaidParts plus(PaidParts other) {
        return new PaidParts(
                list.plus(other.list), buyer.plus(other.buyer), store.plus(other.store), platform.plus(other.platform));
    }

    /** What is taxed, should it be taxed at all: without what the seller itself gives up. */
    public Money base(ThirdParty doctrine) {
        return switch (doctrine) {
            case COUNTS_AS_PAID -> buyer.plus(platform);
            case REDUCES_PRICE -> buyer;
        };
    }
}
