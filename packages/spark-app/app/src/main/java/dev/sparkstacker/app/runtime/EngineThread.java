package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.engine.EngineAgent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the engine's duty cycle on one platform thread until it is stopped or fails. */
final class EngineThread implements AutoCloseable {
    private static final int BATCH = 512;

    private final EngineAgent agent;
    private final InputQueue queue;
    private final long idleWaitMs;
    private final Runnable afterBatch;
    private final Consumer<Throwable> onFailure;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile long lastCycleNanos = System.nanoTime();

    EngineThread(
            EngineAgent agent, InputQueue queue, long idleWaitMs, Runnable afterBatch, Consumer<Throwable> onFailure) {
        this.agent = agent;
        this.queue = queue;
        this.idleWaitMs = idleWaitMs;
        this.afterBatch = afterBatch;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name("engine").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Machine nanoseconds since the last completed cycle: a stuck engine shows here. */
    long silentNanos() {
        return System.nanoTime() - lastCycleNanos;
    }

    /** Lets the current batch end and waits for the thread. Called from within the thread, it only asks. */
    @Override
    public void close() {
        running = false;
        if (thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Event> batch = new ArrayList<>(BATCH);
        try {
            while (running) {
                queue.drain(batch, BATCH, idleWaitMs);
                if (!batch.isEmpty()) {
                    agent.doWork(batch);
                    batch.clear();
                }
                agent.tickIfDue();
                afterBatch.run();
                lastCycleNanos = System.nanoTime();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failure) {
            onFailure.accept(failure);
        }
    }
}
