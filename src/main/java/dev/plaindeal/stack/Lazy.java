package dev.plaindeal.stack;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is worked out when it is first asked for, once, because most callers never ask.
 *
 * <p>Thread-safe. What it is worked out from has to be immutable, so that it is the same whenever it is asked for; it is let go of
 * afterwards. Work that throws is tried again by whoever asks next.
 */
public final class Lazy<T> implements Supplier<T> {

    private @Nullable Supplier<? extends T> work;
    private volatile @Nullable T done;

    /** Worked out by this, once. */
    public Lazy(Supplier<? extends T> work) {
        this.work = work;
    }

    @Override
    public T get() {
        T known = done;
        return known == null ? doneNow() : known;
    }

    private synchronized T doneNow() {
        T known = done;
        if (known == null) {
            known = work.get();
            done = known;
            work = null;
        }
        return known;
    }
}
