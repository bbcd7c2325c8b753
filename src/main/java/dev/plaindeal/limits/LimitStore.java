package dev.plaindeal.limits;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/**
 * Keeps the count of what orders take of caps, so that all of them together never take more than there is.
 *
 * <p>Everything is repeatable by the order's key: calling twice is calling once, so that a caller who did not get an answer asks again.
 * A claim is taken whole or not at all. A hold that has not been swept can be confirmed, also when its time is over.
 *
 * <p>Thread-safe, and for stores in a database safe from any number of processes.
 *
 * <p>Worked numbers: of a cap of 3 uses two orders hold one each; a third holds the last, a fourth is told that 0 of 1 are left. The
 * first is released: the fourth, asking again, holds it.
 */
public interface LimitStore {

    /** The longest time an order may be held. */
    Duration LONGEST = Duration.ofDays(366);

    /**
     * What orders other than this one hold or have spent.
     *
     * @param order whose own hold does not count against itself
     * @return each counter; 0 where nothing was taken
     */
    Map<Counter, Long> taken(Collection<Counter> counters, String order);

    /**
     * Sets everything aside, all or nothing. An order that holds something already holds just this claim afterwards; one whose hold
     * was released or has lapsed begins anew.
     *
     * @param time how long it is held from now on, more than nothing and at most {@link #LONGEST}
     */
    Reservation reserve(Claim claim, Duration time);

    /**
     * Holds what is held for so long from now on, also what is over and was not swept; what is held for longer stays.
     *
     * @return {@link HoldState#HELD} if it is held now
     */
    HoldState renew(String order, Duration time);

    /**
     * The order is paid: what is held is spent.
     *
     * @return {@link HoldState#CONFIRMED} now or before; otherwise nothing is spent, and the answer says why
     */
    HoldState confirm(String order);

    /**
     * Gives back what is held; what is confirmed stays, see {@link #returned}.
     *
     * @return {@link HoldState#RELEASED} now or before; otherwise nothing is given back
     */
    HoldState release(String order);

    /**
     * Gives back what a confirmed order no longer takes. Told by what is kept, so that telling it twice gives back once, and a return
     * can never give back more than was taken.
     *
     * @param kept what the order still takes after all its returns so far; nothing of it where it is cancelled
     * @return {@link HoldState#CONFIRMED} when it was counted; otherwise nothing is given back
     */
    HoldState returned(Claim kept);

    /** What is known of the order, for somebody who did not get an answer. */
    HoldState state(String order);

    /**
     * Gives back what orders hold whose time is over. For the host to call now and then, from one place or many; a store also does it
     * before it says that something is exhausted.
     *
     * @return how many orders lapsed
     */
    int sweep();

    /**
     * Forgets orders that ended longer ago than this, so that they do not pile up: confirmed ones by when they were confirmed, released and
     * lapsed ones by when their time was over. What they took stays taken, and what is held stays held however old it is. For the host to call
     * now and then, from one place or many.
     *
     * <p>Worked example: returns are taken for 30 days, and {@code tidy(Duration.ofDays(31))} is called each night. An order that was confirmed
     * 30 days ago can still be returned; one of 32 days ago is {@link HoldState#UNKNOWN}, and its uses are spent for good.
     *
     * @param kept how long an order can still be asked for after its end: at least as long as a return of it may come, and as long as a
     *     host may try again by its key, which would count it anew
     * @return how many orders were forgotten
     */
    int tidy(Duration kept);
}
