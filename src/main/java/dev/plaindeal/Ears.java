package dev.plaindeal;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners and lets none of them harm the engine or each other. Thread-safe. */
final class Ears implements EngineListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.plaindeal");

    private final List<EngineListener> listeners;
    private final AtomicBoolean complained = new AtomicBoolean();

    Ears(EngineListener... listeners) {
        this.listeners = List.of(listeners);
    }

    @Override
    public void evaluated(Evaluated evaluated) {
        each(listener -> listener.evaluated(evaluated));
    }

    @Override
    public void published(Reload.Published published) {
        each(listener -> listener.published(published));
    }

    @Override
    public void refused(Reload.Refused refused) {
        each(listener -> listener.refused(refused));
    }

    @Override
    public void unchanged(Reload.Unchanged unchanged) {
        each(listener -> listener.unchanged(unchanged));
    }

    private void each(Consumer<EngineListener> tell) {
        for (EngineListener listener : listeners) {
            try {
                tell.accept(listener);
            } catch (Throwable harmless) {
                // Errors too: a listener that overflows the stack must not cost a buyer the price, nor undo a book published.
                complain(listener, harmless);
            }
        }
    }

    /** Once, or a broken listener would fill the log; and without its message, which may quote what it was told. */
    private void complain(EngineListener listener, Throwable failure) {
        if (complained.compareAndSet(false, true)) {
            LOG.warn("the listener {} failed with {}; further failures are not logged",
                    listener.getClass().getName(), failure.getClass().getName());
        }
    }
}
