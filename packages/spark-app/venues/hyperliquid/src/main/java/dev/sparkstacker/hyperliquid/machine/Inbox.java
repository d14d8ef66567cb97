package dev.sparkstacker.hyperliquid.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A queue with one taker. Thread-safe. */
public final class Inbox<T> {
    private final Machine machine;
    private final Deque<T> items = new ArrayDeque<>();
    private CompletableFuture<Void> changed = new CompletableFuture<>();
    private boolean closed;

    public Inbox(Machine machine) {
        this.machine = machine;
    }

    /** Puts something in at the end. */
    public void add(T item) {
        change(() -> items.addLast(item));
    }

    /** Says that nothing more will come. */
    public void close() {
        change(() -> closed = true);
    }

    private void change(Runnable what) {
        CompletableFuture<Void> before;
        synchronized (this) {
            what.run();
            before = changed;
            changed = new CompletableFuture<>();
        }
        before.complete(null);
    }

    /** Takes the first, waiting for it; null once the inbox is closed and empty. */
    public @Nullable T take() throws InterruptedException {
        while (true) {
            CompletableFuture<Void> next;
            synchronized (this) {
                if (!items.isEmpty() || closed) {
                    return items.pollFirst();
                }
                next = changed;
            }
            boolean _ = machine.awaitEnd(next, Long.MAX_VALUE);
        }
    }
}
