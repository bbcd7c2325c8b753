package dev.plaindeal.stack;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;

/**
 * A list that is worked out when it is first looked at, as {@link Lazy} says.
 *
 * <p>Immutable, thread-safe, and equal to every list of the same elements.
 */
public final class LazyList<E> extends AbstractList<E> implements RandomAccess {

    private final Lazy<List<E>> elements;

    /** The elements are worked out by this, once. */
    public LazyList(Supplier<List<E>> work) {
        elements = new Lazy<>(() -> List.copyOf(work.get()));
    }

    /** The list itself when it cannot change, else a copy. */
    public static <E> List<E> copy(List<E> list) {
        return list instanceof LazyList ? list : List.copyOf(list);
    }

    @Override
    public E get(int index) {
        return elements.get().get(index);
    }

    @Override
    public int size() {
        return elements.get().size();
    }
}
