package dev.plaindeal.limits;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a listener of limits, and lets it harm no checkout. Thread-safe. */
final class LimitEar {

    private static final Logger LOG = LoggerFactory.getLogger("dev.plaindeal");

    private final LimitListener listener;
    private final AtomicBoolean complained = new AtomicBoolean();

    LimitEar(LimitListener listener) {
        this.listener = listener;
    }

    void tell(LimitEvent event) {
        try {
            listener.happened(event);
        } catch (Throwable harmless) {
            // Errors too: what is set aside is set aside, and the buyer is to hear of it.
            complain(harmless);
        }
    }

    /** Once, or a broken listener would fill the log; and without its message, which may quote what it was told. */
    private void complain(Throwable failure) {
        if (complained.compareAndSet(false, true)) {
            LOG.warn("the listener {} failed with {}; further failures are not logged", listener.getClass().getName(), failure.getClass().getName());
        }
    }
}
