package dev.sparkstacker.sandbox.server;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's time for the edges behind sockets. */
final class ThreadTimer implements EdgeTimer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadTimer.class);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-edge").factory());

    @Override
    public long nowMs() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void after(long ms, Runnable work) {
        try {
            var _ = executor.schedule(() -> run(work), Math.max(ms, 0), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("The sandbox has stopped; what was held back is lost", closed);
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error("Work at the sandbox's edge failed", failed);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
