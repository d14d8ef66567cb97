package dev.sparkstacker.app.runtime;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was opened, to be closed in reverse. One that fails to close does not keep the others open. */
final class Closing implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Closes after a failure; what fails on the way is added to it. */
    void closeAfter(Throwable failure) {
        try {
            close();
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    @Override
    public void close() {
        RuntimeException first = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception failure) {
                if (first == null) {
                    first = new IllegalStateException("while closing: " + failure.getMessage(), failure);
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
