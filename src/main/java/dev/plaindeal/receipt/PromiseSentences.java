package dev.plaindeal.receipt;

import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Payout;
import java.util.OptionalLong;

/** What is promised for later, in a sentence: as what, how much, and when. */
final class PromiseSentences {

    private PromiseSentences() {}

    /** How many points an amount is; empty where no points are promised. */
    static OptionalLong points(Payout payout, Money amount) {
        return payout.worth().isPresent()
                ? OptionalLong.of(amount.minor() / payout.unit(amount.currency()))
                : OptionalLong.empty();
    }

    /** For instance {@code USD 5.00 back after the purchase, as cashback.} */
    static String promised(Payout payout, Money amount) {
        return switch (payout.kind()) {
            case CASHBACK -> amount + " comes back after the purchase, as cashback.";
            case POINTS -> points(points(payout, amount).orElseThrow()) + " worth " + amount + " after the purchase.";
            case VOUCHER -> "A voucher of " + amount + " for the next order.";
            case TODAY, BALANCE -> throw new IllegalArgumentException("it is no promise");
        };
    }

    /** For instance {@code get USD 5.00 back later}. */
    static String more(Payout payout, Money amount) {
        return switch (payout.kind()) {
            case CASHBACK -> "get " + amount + " back later";
            case POINTS -> "get " + points(points(payout, amount).orElseThrow()) + " later";
            case VOUCHER -> "get a voucher of " + amount + " for the next order";
            case TODAY, BALANCE -> throw new IllegalArgumentException("it is no promise");
        };
    }

    static String points(long points) {
        return points == 1 ? "1 point" : points + " points";
    }
}
