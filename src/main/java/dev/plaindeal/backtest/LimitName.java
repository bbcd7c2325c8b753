package dev.plaindeal.backtest;

import dev.plaindeal.limits.Counter;
import dev.plaindeal.offer.Quota;

/**
 * A limit as the report tells it: those of single buyers and of single codes are told together.
 *
 * @param promotion whose it is, empty for codes
 * @param name the promotion and the period it is counted for, {@code mcxmas/day/2021-11-08}; {@code mcxmas/buyer} for all buyers,
 *     {@code code} for all codes
 * @param unit {@code uses}, {@code items} or a currency
 */
record LimitName(String promotion, String name, String unit) implements Comparable<LimitName> {

    private static final String BUYERS = Quota.OF_BUYER + "/";

    static LimitName of(Counter counter) {
        String name = counter.name();
        if (name.startsWith(Quota.OF_CODE)) {
            return new LimitName("", "code", counter.unit());
        }
        int slash = name.indexOf('/');
        String promotion = slash < 0 ? name : name.substring(0, slash);
        boolean ofBuyer = name.startsWith(BUYERS, promotion.length());
        return new LimitName(promotion, ofBuyer ? promotion + Quota.OF_BUYER : name, counter.unit());
    }

    /** Whether it is one limit, and not that of each buyer or code. */
    boolean isOne() {
        return !name.equals("code") && !name.equals(promotion + Quota.OF_BUYER);
    }

    /** Whether it is the limit of this store, or of no store alone. */
    boolean isFor(String store) {
        String own = promotion + Quota.OF_STORE;
        return !name.startsWith(own) || (name + "/").startsWith(own + Quota.part(store) + "/");
    }

    boolean isMoney() {
        return !unit.equals("uses") && !unit.equals("items");
    }

    @Override
    public int compareTo(LimitName other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : unit.compareTo(other.unit);
    }
}
