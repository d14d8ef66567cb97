package dev.sparkstacker.hyperliquid.machine;

import dev.sparkstacker.hyperliquid.clock.MachineClock;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** The machine as it is: every task is a virtual thread. */
public final class VirtualThreads implements Machine {
    /** The machine with the system's clocks. */
    public static final Machine SYSTEM = new VirtualThreads(MachineClock.SYSTEM);

    private final MachineClock clock;

    private record Started(Thread thread, CompletableFuture<Void> ended) implements Task {
        @Override
        public void interrupt() {
            thread.interrupt();
        }
    }

    /** @param clock what time is it */
    public VirtualThreads(MachineClock clock) {
        this.clock = clock;
    }

    @Override
    public Task start(String name, Work work) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().name(name).start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                ended.complete(null);
            }
        });
        return new Started(thread, ended);
    }

    @Override
    public Task every(String name, long pauseMs, Runnable work) {
        return start(name, () -> {
            while (true) {
                sleep(pauseMs);
                work.run();
            }
        });
    }

    @Override
    public void sleep(long millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    @Override
    public <T> T await(CompletableFuture<T> future, long timeoutNanos)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(timeoutNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public RandomGenerator random() {
        return new SplittableRandom();
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }

    @Override
    public long epochMs() {
        return clock.epochMs();
    }
}
