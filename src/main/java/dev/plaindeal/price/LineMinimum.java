package dev.plaindeal.price;

import dev.plaindeal.policy.Conventions.Spare;
import java.util.function.IntUnaryOperator;

/** No line below zero nor below its minimum price; what one line cannot take goes to the others in scope. */
final class LineMinimum {

    private LineMinimum() {}

    /** How much may still be taken off each line in scope; what comes later makes no line cheaper than its minimum price. */
    static long[] room(PricingContext asked) {
        long[] room = new long[asked.inScope.length];
        long floor = asked.minimumPrice();
        for (int i = 0; i < room.length; i++) {
            if (asked.inScope[i]) {
                long least = !asked.terms.comesOff() ? 0 : asked.ledger.goods.least[i];
                long own = Ledger.product(floor, asked.ledger.goods.lines[i].quantity());
                room[i] = Math.max(0, asked.ledger.lines[i] - Math.max(own, least));
            }
        }
        return room;
    }

    /** The shares themselves where all of them fit. */
    static long[] cut(long[] shares, long[] room) {
        if (fit(shares, room)) {
            return shares;
        }
        long[] held = new long[shares.length];
        for (int i = 0; i < held.length; i++) {
            held[i] = Math.min(shares[i], room[i]);
        }
        return held;
    }

    private static boolean fit(long[] shares, long[] room) {
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > room[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Moves what does not fit to lines with room, by weight, until it all fits or nobody has room. Each round fills at
     * least one line, so it ends.
     */
    static long[] moved(long[] shares, long[] weights, long[] room, Spare spare, IntUnaryOperator turn) {
        long[] held = cut(shares, room);
        long left = Ledger.sum(shares) - Ledger.sum(held);
        while (left > 0) {
            long[] open = new long[weights.length];
            for (int i = 0; i < open.length; i++) {
                open[i] = held[i] < room[i] ? weights[i] : 0;
            }
            long[] more = Allocator.share(left, open, spare, turn);
            long moved = 0;
            for (int i = 0; i < held.length; i++) {
                long fits = Math.min(more[i], room[i] - held[i]);
                held[i] += fits;
                moved += fits;
            }
            if (moved == 0) {
                return held;
            }
            left -= moved;
        }
        return held;
    }
}
