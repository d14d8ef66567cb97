package dev.sparkstacker.telemetry.metrics;

import java.util.function.IntSupplier;

/** Where the depth of the engine's queue can be read; zero until the queue is known. */
public final class QueueGauge {
    private volatile IntSupplier depth = () -> 0;
    private volatile int capacity;

    /** Connects the queue; {@code depth} is asked on the thread of a scrape and must be safe there. */
    public void connect(IntSupplier depth, int capacity) {
        this.depth = depth;
        this.capacity = capacity;
    }

    int depth() {
        return depth.getAsInt();
    }

    int capacity() {
        return capacity;
    }
}
