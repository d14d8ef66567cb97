package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.hyperliquid.machine.Inbox;
import dev.sparkstacker.hyperliquid.machine.Machine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The acts of one account, in order: an act leaves when the one before it is answered. One exception protects the account:
 * an act that reduces risk waits no longer than half a second for an unanswered act ahead of it, because that one may wait
 * ten seconds for a dead server.
 */
final class AccountLane {
    private static final long STALL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long DRAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final String name;
    private final Machine machine;
    private final Executor executor;
    private final Inbox<Command.Act> inbox;
    private final Machine.Task worker;

    /** Carries out one act; never throws but for an interrupt. */
    @FunctionalInterface
    interface Executor {
        void execute(Command.Act act) throws InterruptedException;
    }

    AccountLane(String account, Machine machine, Executor executor) {
        this.name = "lane-" + account;
        this.machine = machine;
        this.executor = executor;
        this.inbox = new Inbox<>(machine);
        this.worker = machine.start(name, this::work);
    }

    void submit(Command.Act act) {
        inbox.add(act);
    }

    private void work() throws InterruptedException {
        CompletableFuture<Void> ahead = CompletableFuture.completedFuture(null);
        for (Command.Act act = inbox.take(); act != null; act = inbox.take()) {
            boolean _ = machine.awaitEnd(ahead, act.reducesRisk() ? STALL_NANOS : Long.MAX_VALUE);
            ahead = start(act);
        }
        boolean _ = machine.awaitEnd(ahead, Long.MAX_VALUE);
    }

    private CompletableFuture<Void> start(Command.Act act) {
        return machine.start(name + "-act", () -> executor.execute(act)).ended();
    }

    /** Takes nothing more; waits two seconds for what is queued. */
    void close() {
        inbox.close();
        try {
            boolean _ = machine.awaitEnd(worker.ended(), DRAIN_NANOS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        worker.interrupt();
    }
}
