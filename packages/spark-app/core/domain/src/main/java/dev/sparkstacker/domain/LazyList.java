package dev.sparkstacker.domain;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list that is made when somebody first reads it: explanations are put into words only where a person or a
 * file asks for them, which is not so for most decisions of a backtest.
 *
 * <p>The maker must hold the values it tells of, never look them up: it may be asked late, on any thread, and on two at
 * once, which then read equal lists.
 *
 * @param <E> what it holds
 */
public final class LazyList<E> extends AbstractList<E> implements RandomAccess {
    private final Supplier<List<E>> maker;
    private volatile @Nullable List<E> made;

    /** A list that is made by the given maker. */
    public LazyList(Supplier<List<E>> maker) {
        this.maker = maker;
    }

    @Override
    public E get(int index) {
        return elements().get(index);
    }

    @Override
    public int size() {
        return elements().size();
    }

    private List<E> elements() {
        List<E> elements = made;
        if (elements == null) {
            elements = List.copyOf(maker.get());
            made = elements;
        }
        return elements;
    }
}
