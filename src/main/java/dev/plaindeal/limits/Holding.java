package dev.plaindeal.limits;

import java.time.Duration;
import java.time.Instant;

/** How long orders are held, and known after that. */
final class Holding {

    private static final Duration LONGEST_KEPT = Duration.ofDays(36_600);

    private Holding() {}

    /** Refuses no time, and more than anybody means. */
    static void requireTime(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LimitStore.LONGEST) > 0) {
            throw new IllegalArgumentException("an order is held for more than nothing and at most " + LimitStore.LONGEST.toDays()
                    + " days, not " + time);
        }
    }

    /** Refuses no time, and more than any database can count back. */
    static void requireKept(Duration kept) {
        if (kept.isNegative() || kept.isZero() || kept.compareTo(LONGEST_KEPT) > 0) {
            throw new IllegalArgumentException("an order is known for more than nothing and at most " + LONGEST_KEPT.toDays()
                    + " days after its end, not " + kept);
        }
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
