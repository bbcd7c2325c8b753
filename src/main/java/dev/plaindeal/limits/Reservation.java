package dev.plaindeal.limits;

import java.time.Instant;
import java.util.List;

/** What came of reserving. */
public sealed interface Reservation {

    /**
     * Everything is set aside for this order.
     *
     * @param order its key
     * @param until when its time is over; until it is swept after that, it can still be confirmed
     * @param takes what is set aside
     */
    record Held(String order, Instant until, List<Take> takes) implements Reservation {
        /** Copies the list. */
        public Held {
            takes = List.copyOf(takes);
        }
    }

    /**
     * The order was confirmed before, and nothing was changed: a retry of a checkout that has ended.
     *
     * @param order its key
     */
    record AlreadyConfirmed(String order) implements Reservation {}

    /**
     * Not everything is left, so nothing was taken; what the order held before, it still holds.
     *
     * @param shortages each cap that is short, sorted; at least one
     */
    record Exhausted(List<Shortage> shortages) implements Reservation {
        /** Copies the list. */
        public Exhausted {
            shortages = List.copyOf(shortages);
        }
    }

    /**
     * A cap that had too little left.
     *
     * @param take what was asked for
     * @param left what was left when it was asked for, what this order itself held already among it
     */
    record Shortage(Take take, long left) {}
}
