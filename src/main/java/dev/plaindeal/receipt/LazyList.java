package dev.plaindeal.receipt;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that is worked out when it is first looked at, because most callers never look.
 *
 * <p>Immutable, thread-safe, and equal to every list of the same elements. What it is worked out from has to be immutable
 * too, so that it is the same whenever it is asked for; it is let go of afterwards.
 */
final class LazyList<E> extends AbstractList<E> implements RandomAccess {

    private @Nullable Supplier<List<E>> work;
    private volatile @Nullable List<E> done;

    LazyList(Supplier<List<E>> work) {
        this.work = work;
    }

    /** The list itself when it cannot change, else a copy. */
    static <E> List<E> copy(List<E> list) {
        return list instanceof LazyList ? list : List.copyOf(list);
    }

    @Override
    public E get(int index) {
        return done().get(index);
    }

    @Override
    public int size() {
        return done().size();
    }

    private List<E> done() {
        List<E> known = done;
        return known == null ? doneNow() : known;
    }

    private synchronized List<E> doneNow() {
        List<E> known = done;
        if (known == null) {
            known = List.copyOf(work.get());
            done = known;
            work = null;
        }
        return known;
    }
}
