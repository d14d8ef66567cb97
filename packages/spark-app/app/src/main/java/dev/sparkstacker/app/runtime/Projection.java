package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.console.LiveSummary;
import dev.sparkstacker.app.console.OutputLines;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.config.AccountConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.port.OutputSink;
import dev.sparkstacker.store.Projector;
import dev.sparkstacker.store.Store;
import dev.sparkstacker.telemetry.Telemetry;
import dev.sparkstacker.telemetry.health.HealthCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Everything that is made of the engine's outputs.
 *
 * <pre>
 *  engine ──► output bus ─┬─► state replica, day's ledger   what people ask
 *                         ├─► answers                       what operators wait for
 *                         ├─► telemetry                     logs and meters
 *                         ├─► console
 *                         └─► store                         level with the journal before the bus begins
 * </pre>
 */
final class Projection {
    private final Store store;
    private final StateReplica replica;
    private final DayLedger day;
    private final OperatorRequests requests;
    private final StoreWriter writer;
    private final OutputBus bus;
    private final AtomicLong complete;

    private Projection(
            Store store,
            StateReplica replica,
            DayLedger day,
            OperatorRequests requests,
            StoreWriter writer,
            OutputBus bus,
            AtomicLong complete) {
        this.store = store;
        this.replica = replica;
        this.day = day;
        this.requests = requests;
        this.writer = writer;
        this.bus = bus;
        this.complete = complete;
    }

    /** Brings the store level with the journal and begins to deliver. */
    static Projection begin(
            Closing closing,
            Path database,
            Path journal,
            Recovery.Result recovered,
            TradingConfig trading,
            Telemetry telemetry,
            StateReplica replica,
            OperatorRequests requests,
            LiveSummary summary)
            throws IOException {
        Store store = closing.add(Store.open(database));
        StoreStart.align(store, recovered, journal)
                .ifPresent(gap -> telemetry.watch().system.error("store", gap, new IOException(gap)));
        replica.goOnFrom(store.trading());
        telemetry.watch().outputs.goOnFrom(store.trading().openLegs());
        List<AccountId> accounts =
                trading.accounts().stream().map(AccountConfig::id).toList();
        DayLedger day = new DayLedger(accounts, store.trading(), recovered.lastVenueTimeMs());
        AtomicLong lost = new AtomicLong();
        AtomicLong complete = new AtomicLong(Projector.NOTHING);
        StoreWriter writer = new StoreWriter(store.projector(), lost, telemetry.watch().system);
        OutputLines lines = new OutputLines();
        OutputBus bus = closing.add(new OutputBus(
                List.of(
                        new Readiness(telemetry),
                        replica,
                        day,
                        requests,
                        batch -> batch.forEach(telemetry.watch().outputs::publish),
                        batch -> batch.forEach(output -> lines.line(output).ifPresent(summary::note)),
                        writer),
                lost,
                () -> writer.level(complete.get())));
        return new Projection(store, replica, day, requests, writer, bus, complete);
    }

    Store store() {
        return store;
    }

    StateReplica replica() {
        return replica;
    }

    DayLedger day() {
        return day;
    }

    OperatorRequests requests() {
        return requests;
    }

    OutputSink sink() {
        return bus;
    }

    /** Says that the engine ended in order after an event and tells nothing more. */
    void endsAt(long sequence) {
        complete.set(sequence);
    }

    /** Whether the store takes what it is told. */
    HealthCheck.Result storeHealth() {
        return writer.fault().isEmpty() ? HealthCheck.Result.ok() : HealthCheck.Result.error(writer.fault());
    }
}
