package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import java.util.Optional;

/**
 * When and as what a saving reaches the buyer: off today's price, or later. Or it is no saving: as much of what is to pay may be paid
 * from a balance of the buyer.
 *
 * <p>What comes later is a promise: worked out on what is paid for the goods once today's price stands, and never a part of it.
 *
 * @param kind as what
 * @param worth what one point or one unit of the balance is worth, by currency; for these only
 * @param balance the name of the balance, empty for all else
 * @param step how many points or units go together
 */
public record Payout(Kind kind, Optional<Amounts> worth, String balance, int step) {

    /** Off today's price. */
    public static final Payout TODAY = new Payout(Kind.TODAY, Optional.empty());
    /** Money back after the purchase. */
    public static final Payout CASHBACK = new Payout(Kind.CASHBACK, Optional.empty());
    /** A voucher for the next order. */
    public static final Payout VOUCHER = new Payout(Kind.VOUCHER, Optional.empty());

    /** Refuses points and balances without a worth, and a worth without them. */
    public Payout {
        if (worth.isPresent() != (kind == Kind.POINTS || kind == Kind.BALANCE) || balance.isEmpty() == (kind == Kind.BALANCE)) {
            throw new IllegalArgumentException("a worth goes with points and balances");
        }
        if (step < 1) {
            throw new IllegalArgumentException("a step is one unit or more");
        }
    }

    private Payout(Kind kind, Optional<Amounts> worth) {
        this(kind, worth, "", 1);
    }

    /** Nothing off: to be paid from the buyer's balance of this name, each unit worth this much. */
    public static Payout fromBalance(String name, Amounts worth) {
        return new Payout(Kind.BALANCE, Optional.of(worth), name, 1);
    }

    /** The same in steps of so many units. */
    public Payout inStepsOf(int units) {
        return new Payout(kind, worth, balance, units);
    }

    /** Points, each worth this much. */
    public static Payout points(Amounts worth) {
        return new Payout(Kind.POINTS, Optional.of(worth));
    }

    /** As what a saving reaches the buyer. */
    public enum Kind {
        /** Off today's price. */
        TODAY("today"),
        /** Money back after the purchase. */
        CASHBACK("cashback"),
        /** Whole points. */
        POINTS("points"),
        /** A voucher for the next order. */
        VOUCHER("voucher"),
        /** Never a saving: paid from a balance of the buyer. */
        BALANCE("balance");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The word for it in receipts. */
        public String key() {
            return key;
        }

        /** The kind that comes later with this key, or empty. */
        public static Optional<Kind> findLater(String key) {
            for (Kind kind : values()) {
                if (kind != TODAY && kind != BALANCE && kind.key.equals(key)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Whether the buyer gets it after this purchase. */
    public boolean isLater() {
        return kind != Kind.TODAY && kind != Kind.BALANCE;
    }

    /** Whether it is paid from a balance of the buyer, and no saving at all. */
    public boolean isFromBalance() {
        return kind == Kind.BALANCE;
    }

    /** Whether every amount of it is given in this currency. */
    public boolean isIn(Currency currency) {
        return worth.isEmpty() || worth.get().has(currency);
    }

    /** What is promised in whole units: points are whole, money is as it is. Minor units. */
    public long whole(long minor, Currency currency) {
        return minor - minor % (unit(currency) * step);
    }

    /** Minor units of one point; 1 where money is promised. */
    public long unit(Currency currency) {
        return worth.isEmpty() ? 1 : worth.get().minor(currency);
    }
}
