package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.port.OutputSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries the engine's outputs to everything that watches, on one thread of its own. A slow watcher can never slow the
 * engine: when the queue is full, outputs are counted as lost, and the store is rebuilt from the journal at the next
 * start.
 */
final class OutputBus implements OutputSink, AutoCloseable {
    private static final int CAPACITY = 100_000;
    private static final int BATCH = 1_000;

    /** Takes outputs in batches, in order. */
    @FunctionalInterface
    interface Watcher {
        /** Takes a batch that is never empty. */
        void accept(List<Output> batch);
    }

    private final BlockingQueue<Output> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final List<Watcher> watchers;
    private final AtomicLong lost;
    private final Runnable afterLast;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * Begins to deliver.
     *
     * @param lost counts what no watcher saw
     * @param afterLast runs on the bus's thread once everything has been delivered
     */
    OutputBus(List<Watcher> watchers, AtomicLong lost, Runnable afterLast) {
        this.lost = lost;
        this.afterLast = afterLast;
        this.watchers = List.copyOf(watchers);
        this.thread = Thread.ofPlatform().name("outputs").start(this::run);
    }

    @Override
    public void publish(Output output) {
        if (!queue.offer(output)) {
            lost.incrementAndGet();
        }
    }

    int depth() {
        return queue.size();
    }

    /** Delivers what is waiting, then ends. */
    @Override
    public void close() {
        running = false;
        try {
            thread.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Output> batch = new ArrayList<>(BATCH);
        try {
            while (running || !queue.isEmpty()) {
                Output first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    List<Output> delivered = List.copyOf(batch);
                    batch.clear();
                    watchers.forEach(watcher -> watcher.accept(delivered));
                }
            }
            afterLast.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
