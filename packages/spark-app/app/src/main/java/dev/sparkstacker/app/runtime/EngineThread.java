package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.engine.EngineAgent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs the engine's duty cycle on one platform thread until it is stopped or fails. */
final class EngineThread implements AutoCloseable {
    private static final int BATCH = 512;
    private static final long END_PATIENCE_MS = 10_000;

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

    /** Another number after each cycle. */
    long signOfLife() {
        return lastCycleNanos;
    }

    /** Lets the current batch end and waits for the thread, but not for ever. Called from within it, it only asks. */
    @Override
    public void close() {
        running = false;
        if (thread.equals(Thread.currentThread())) {
            return;
        }
        try {
            if (!thread.join(Duration.ofMillis(END_PATIENCE_MS))) {
                thread.interrupt();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it has ended, so that nobody but the caller touches what it used. */
    boolean hasEnded() {
        return !thread.isAlive();
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
