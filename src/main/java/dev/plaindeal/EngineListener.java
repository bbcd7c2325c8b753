package dev.plaindeal;

/**
 * Hears what an engine does, for a service that keeps metrics.
 *
 * <p>Called on the thread that evaluates or reloads, before its caller gets the answer: be quick, and be safe for any
 * number of threads at once. Whatever a listener throws is kept from the engine and its caller; the first time that one
 * throws is logged. An engine without a listener reads no clock and makes none of these objects.
 */
public interface EngineListener {

    /** A basket was priced. */
    default void evaluated(Evaluated evaluated) {}

    /** A rule book took the place of the one before. */
    default void published(Reload.Published published) {}

    /** A rules folder could not be used; the last good book stays. */
    default void refused(Reload.Refused refused) {}

    /** A rules folder was looked at and says what the book in use says: also after one that was refused has been put back. */
    default void unchanged(Reload.Unchanged unchanged) {}

    /** Both: this one first, then the other, which hears it even when this one throws. */
    default EngineListener and(EngineListener other) {
        return new Ears(this, other);
    }
}
