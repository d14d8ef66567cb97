package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.Projector;
import dev.sparkstacker.store.db.StoreException;
import dev.sparkstacker.telemetry.watch.SystemTelemetry;
import dev.sparkstacker.telemetry.watch.SystemTelemetry.Statement;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Projects outputs into the store. A store that refuses is given up until the next start, which brings it up to date
 * from the journal; trading goes on without it.
 */
final class StoreWriter implements OutputBus.Watcher {
    private static final String OUTPUTS = "outputs";

    private final Projector projector;
    private final AtomicLong lost;
    private final SystemTelemetry telemetry;
    private volatile String fault = "";

    /** @param lost outputs that never reach the store; after the first, what is stored must not run ahead of them */
    StoreWriter(Projector projector, AtomicLong lost, SystemTelemetry telemetry) {
        this.projector = projector;
        this.lost = lost;
        this.telemetry = telemetry;
    }

    /** What the store refused with, or empty. */
    String fault() {
        return fault;
    }

    @Override
    public void accept(List<Output> batch) {
        if (!fault.isEmpty()) {
            return;
        }
        if (lost.get() > 0) {
            giveUp("outputs came faster than they could be stored; the next start adds them from the journal");
            return;
        }
        long began = System.nanoTime();
        telemetry.databaseStarted(Statement.INSERT, OUTPUTS);
        try {
            // The batch may end within the outputs of its last event, so only the event before it is complete.
            long complete = batch.getLast().cause().sequence() - 1;
            int rows = projector.apply(batch, Math.max(complete, projector.checkpoint()));
            telemetry.databaseSucceeded(Statement.INSERT, OUTPUTS, rows, since(began));
        } catch (StoreException refused) {
            telemetry.databaseFailed(Statement.INSERT, OUTPUTS, since(began), refused);
            giveUp(String.valueOf(refused.getMessage()));
        }
    }

    /**
     * Notes that everything up to an event is stored. Events that told nothing leave no row; without this the store would
     * seem to lag behind the snapshot of an orderly stop, and be made anew at every start.
     */
    void level(long sequence) {
        if (!fault.isEmpty() || lost.get() > 0 || sequence <= projector.checkpoint()) {
            return;
        }
        try {
            projector.apply(List.of(), sequence);
        } catch (StoreException refused) {
            giveUp(String.valueOf(refused.getMessage()));
        }
    }

    private void giveUp(String why) {
        fault = why;
        telemetry.error("store", "projecting outputs", new IOException(why));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
