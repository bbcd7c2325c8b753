package dev.plaindeal.limits;

import java.time.Duration;
import java.time.Instant;

/** How long orders are held. */
final class Holding {

    private Holding() {}

    /** Refuses no time, and more than anybody means. */
    static void requireTime(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LimitStore.LONGEST) > 0) {
            throw new IllegalArgumentException("an order is held for more than nothing and at most " + LimitStore.LONGEST.toDays()
                    + " days, not " + time);
        }
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
