package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.sandbox.exchange.Exchange;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns an exchange and follows the clock. Everybody else hands it tasks.
 *
 * <pre>
 *  socket threads --ask, post--> queue --+
 *                                        v
 *        +--> wait for a task or 5 ms --> prices and exchange up to the clock's venue time --> tasks --+
 *        |                                    | after each second of it: step listeners                |
 *        +---------------------------------------------------------------------------------------------+
 * </pre>
 *
 * The exchange may be set up from the creating thread until {@link #start}; from then on only inside tasks.
 */
public final class VenueLoop implements VenueTasks, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VenueLoop.class);
    private static final long LONGEST_WAIT_MS = 5;
    private static final long LONGEST_STEP_MS = 60_000;
    private static final int TASKS_A_STEP = 256;

    private final VenueCore core;
    private final BlockingQueue<Task<?>> tasks = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable Throwable failure;

    private record Task<R>(Function<Exchange, R> work, CompletableFuture<R> result) {
        void run(Exchange exchange) {
            try {
                result.complete(work.apply(exchange));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }
    }

    /** A loop that will move this exchange; from {@link #start} on nobody else may. */
    public VenueLoop(VenueCore core) {
        this.core = core;
        this.thread = Thread.ofPlatform().name("sandbox-venue").daemon().unstarted(this::run);
    }

    /** Begins to run. */
    public void start() {
        thread.start();
    }

    /** What it moves; once it has started, inside tasks only, its clock excepted. */
    public VenueCore core() {
        return core;
    }

    /**
     * Does work on the loop's thread; fails with a {@link RejectedExecutionException} once the loop has stopped.
     */
    @Override
    public <R> CompletableFuture<R> ask(Function<Exchange, R> work) {
        Task<R> task = new Task<>(work, new CompletableFuture<>());
        tasks.add(task);
        if (stopping && !thread.isAlive()) {
            refuseTasks();
        }
        return task.result;
    }

    @Override
    public void post(Runnable work) {
        var _ = ask(_ -> {
            try {
                work.run();
                return true;
            } catch (RuntimeException e) {
                LOG.error("A task of the simulated venue failed", e);
                return false;
            }
        });
    }

    /** What ended the loop, or null while it runs or after an orderly end. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** Ends the loop after the task at hand and waits for its thread. */
    @Override
    public void close() {
        stopping = true;
        if (thread.isAlive() && !Thread.currentThread().equals(thread)) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        refuseTasks();
    }

    private void run() {
        try {
            while (!stopping) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
            LOG.error(
                    "The simulated venue stopped at venue time {}",
                    core.exchange().nowMs(),
                    e);
        } finally {
            stopping = true;
            refuseTasks();
        }
    }

    private void step() throws InterruptedException {
        Task<?> task = tasks.poll(waitMs(), TimeUnit.MILLISECONDS);
        core.advanceTo(Math.min(core.clock().nowMs(), core.exchange().nowMs() + LONGEST_STEP_MS));
        int done = 0;
        while (task != null) {
            task.run(core.exchange());
            task = ++done < TASKS_A_STEP ? tasks.poll() : null;
        }
        if (done > 0) {
            core.tellStep();
        }
    }

    private long waitMs() {
        Exchange exchange = core.exchange();
        boolean behind = core.clock().nowMs() - exchange.nowMs() > LONGEST_STEP_MS;
        return behind ? 0 : Math.min(LONGEST_WAIT_MS, core.clock().machineMsUntil(exchange.nextDueMs()));
    }

    private void refuseTasks() {
        for (Task<?> task = tasks.poll(); task != null; task = tasks.poll()) {
            task.result.completeExceptionally(new RejectedExecutionException("The simulated venue has stopped"));
        }
    }
}
