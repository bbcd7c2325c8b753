package dev.plaindeal;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several listeners and lets none of them harm the engine or each other. Thread-safe. */
final class Ears implements EngineListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.plaindeal");

    private final List<Ear> ears;

    Ears(EngineListener... listeners) {
        this.ears = Stream.of(listeners).map(listener -> new Ear(listener, new AtomicBoolean())).toList();
    }

    /** A listener, and whether the log has said that it throws. */
    private record Ear(EngineListener listener, AtomicBoolean complained) {}

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
        for (Ear ear : ears) {
            try {
                tell.accept(ear.listener());
            } catch (Throwable harmless) {
                // Errors too: a listener that overflows the stack must not cost a buyer the price, nor undo a book published.
                complain(ear, harmless);
            }
        }
    }

    /** Once, or a broken listener would fill the log; and without its message, which may quote what it was told. */
    private static void complain(Ear ear, Throwable failure) {
        if (ear.complained().compareAndSet(false, true)) {
            LOG.warn("the listener {} failed with {}; further failures are not logged",
                    ear.listener().getClass().getName(), failure.getClass().getName());
        }
    }
}
