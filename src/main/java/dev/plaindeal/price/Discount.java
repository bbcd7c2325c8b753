package dev.plaindeal.price;

/**
 * What an offer would like to take, before its cap and the floors.
 *
 * @param total minor units in all
 * @param weights in which proportion lines (or fees) bear it
 * @param shares already fixed shares, empty when {@code total} is to be shared out by {@code weights}
 * @param used units of each line the deal uses up, or {@link Ledger#NONE_USED}
 * @param capped whether a most of its own was reached
 */
record Discount(long total, long[] weights, long[] shares, int[] used, boolean capped) {

    /** A sum to be shared out by weight; what a floor cuts off one line goes to the others. */
    static Discount shared(long total, long[] weights) {
        return new Discount(total, weights, NO_SHARES, Ledger.NONE_USED, false);
    }

    /** A sum to be shared out by weight by a deal that uses units up. */
    static Discount shared(long total, long[] weights, int[] used) {
        return new Discount(total, weights, NO_SHARES, used, false);
    }

    /** Shares fixed line by line; what a floor cuts off is given up. */
    static Discount fixed(long[] shares) {
        return fixed(shares, Ledger.NONE_USED);
    }

    /** Shares fixed line by line by a deal that uses units up. */
    static Discount fixed(long[] shares, int[] used) {
        return new Discount(Ledger.sum(shares), shares, shares, used, false);
    }

    /** No more than this much of it, shared out anew where it was more. */
    Discount atMost(long most, PricingContext asked) {
        if (total <= most) {
            return this;
        }
        long[] anew = isFixed() ? Allocator.share(most, weights, asked.conventions.spare(), asked.ledger.goods.turn) : NO_SHARES;
        return new Discount(most, weights, anew, used, true);
    }

    /** The same where a part of it reached a most of its own. */
    Discount cappedIf(boolean any) {
        return new Discount(total, weights, shares, used, capped || any);
    }

    private static final long[] NO_SHARES = new long[0];

    int usedOf(int line) {
        return used.length == 0 ? 0 : used[line];
    }

    boolean isFixed() {
        return shares.length > 0;
    }
}
