package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.command.Command;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The acts of one account, in order: an act leaves when the one before it is answered. One exception protects the account:
 * an act that reduces risk waits no longer than half a second for an unanswered act ahead of it, because that one may wait
 * ten seconds for a dead server.
 */
final class AccountLane {
    private static final long STALL_MS = 500;
    private static final long DRAIN_MS = 2_000;

    private final LinkedBlockingQueue<Command.Act> queue = new LinkedBlockingQueue<>();
    private final Executor executor;
    private final Thread thread;
    private volatile boolean closed;

    /** Carries out one act; never throws but for an interrupt. */
    @FunctionalInterface
    interface Executor {
        void execute(Command.Act act) throws InterruptedException;
    }

    AccountLane(String account, Executor executor) {
        this.executor = executor;
        this.thread = Thread.ofVirtual().name("lane-" + account).start(this::work);
    }

    void submit(Command.Act act) {
        queue.add(act);
    }

    private void work() {
        CompletableFuture<Void> ahead = CompletableFuture.completedFuture(null);
        try {
            while (!closed || !queue.isEmpty()) {
                Command.Act act = queue.poll(100, TimeUnit.MILLISECONDS);
                if (act != null) {
                    await(ahead, act.reducesRisk());
                    ahead = start(act);
                }
            }
            await(ahead, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CompletableFuture<Void> ahead, boolean impatient) throws InterruptedException {
        try {
            if (impatient) {
                ahead.get(STALL_MS, TimeUnit.MILLISECONDS);
            } else {
                ahead.get();
            }
        } catch (TimeoutException e) {
            return;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an act ends normally whatever happens to it", e);
        }
    }

    private CompletableFuture<Void> start(Command.Act act) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread _ = Thread.ofVirtual().name(thread.getName() + "-act").start(() -> {
            try {
                executor.execute(act);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                done.complete(null);
            }
        });
        return done;
    }

    /** Takes nothing more; waits two seconds for what is queued. */
    void close() {
        closed = true;
        try {
            thread.join(DRAIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
