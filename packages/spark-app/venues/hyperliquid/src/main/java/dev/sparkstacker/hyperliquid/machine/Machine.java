package dev.sparkstacker.hyperliquid.machine;

import dev.sparkstacker.hyperliquid.clock.MachineClock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * What the connector runs on. It starts tasks, sleeps, waits and draws random numbers here and nowhere else: under a
 * machine of virtual time the whole connector is deterministic.
 *
 * <p>A task blocks only in {@link #sleep} and {@link #await}, and holds no monitor while it does.
 */
public interface Machine extends MachineClock {
    /** What a task does. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    /** A task that was started. */
    interface Task {
        /** Makes the task's present or next waiting throw. */
        void interrupt();

        /** Completes when the task has ended, however it did. */
        CompletableFuture<Void> ended();
    }

    /** Starts a task; an {@link InterruptedException} ends it quietly. */
    Task start(String name, Work work);

    /** Does work again and again, one pause between two, until interrupted. */
    Task every(String name, long pauseMs, Runnable work);

    /** Lets the calling task rest. */
    void sleep(long millis) throws InterruptedException;

    /**
     * Lets the calling task wait for a result.
     *
     * @throws TimeoutException if it does not come in time
     * @throws ExecutionException if it is a failure
     */
    <T> T await(CompletableFuture<T> future, long timeoutNanos)
            throws InterruptedException, ExecutionException, TimeoutException;

    /** Lets the calling task wait for something to be over, whatever came of it. Returns whether it is. */
    default boolean awaitEnd(CompletableFuture<?> future, long timeoutNanos) throws InterruptedException {
        try {
            Object _ = await(future, timeoutNanos);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    /** A source of random numbers for one user. */
    RandomGenerator random();
}
