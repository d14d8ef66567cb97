package dev.sparkstacker.sandbox.exchange;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;

/** The newest entries of one kind of an account's history, oldest first. */
final class Journal<E> {
    private final int kept;
    private final Deque<E> entries = new ArrayDeque<>();

    Journal(int kept) {
        this.kept = kept;
    }

    void add(E entry) {
        entries.addLast(entry);
        if (entries.size() > kept) {
            entries.removeFirst();
        }
    }

    Collection<E> oldestFirst() {
        return Collections.unmodifiableCollection(entries);
    }

    Iterator<E> newestFirst() {
        return entries.descendingIterator();
    }
}
