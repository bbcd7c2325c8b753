package dev.plaindeal.returns;

import java.math.BigInteger;

/**
 * Who paid for one line, or for shipping: {@code list} is always {@code buyer + platform + store}. Minor units.
 *
 * @param list the list price
 * @param buyer what the buyer pays of it
 * @param platform what the platform pays of it
 * @param store what the stores pay of it
 */
record PaidShare(long list, long buyer, long platform, long store) {

    static final PaidShare NOTHING = new PaidShare(0, 0, 0, 0);

    PaidShare minus(PaidShare other) {
        return new PaidShare(list - other.list, buyer - other.buyer, platform - other.platform, store - other.store);
    }

    PaidShare plus(PaidShare other) {
        return minus(NOTHING.minus(other));
    }

    /**
     * The part of so many units: the buyer's share rounded half up, the platform's share of the rest likewise. Each grows
     * with the units and never by more than a unit's list price, so units given back one by one add up to the whole.
     */
    PaidShare of(int units, int quantity) {
        long price = list / quantity * units;
        long paid = share(buyer, units, quantity);
        long off = price - paid;
        long byPlatform = list == buyer ? 0 : share(platform, off, list - buyer);
        return new PaidShare(price, paid, byPlatform, off - byPlatform);
    }

    /** {@code amount * part / whole}, half up. */
    static long share(long amount, long part, long whole) {
        BigInteger doubled = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(part)).shiftLeft(1);
        return doubled.add(BigInteger.valueOf(whole)).divide(BigInteger.valueOf(whole).shiftLeft(1)).longValueExact();
    }
}
