package dev.plaindeal.limits;

/**
 * Hears what happens to limits, for a service that keeps metrics. Called on the caller's thread before it gets its answer: be quick, and
 * be safe for any number of threads. Whatever it throws is kept from the caller.
 */
@FunctionalInterface
public interface LimitListener {

    /** Something happened. */
    void happened(LimitEvent event);
}
