package dev.sparkstacker.app.runtime;

import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.port.OutputSink;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.hyperliquid.HyperliquidConnector;
import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.telemetry.Telemetry;
import dev.sparkstacker.telemetry.health.HealthCheck;
import java.util.function.Consumer;

/**
 * The engine with its queue, its thread and its journal.
 *
 * <pre>
 *  connector, operators ──► observed by telemetry ──► queue ──► engine thread ──► journal, connector, output bus
 * </pre>
 */
final class EngineRoom implements AutoCloseable {
    private static final int QUEUE_CAPACITY = 65_536;
    private static final long IDLE_WAIT_MS = 5;
    private static final long STUCK_NANOS = 2_000_000_000L;

    private final InputQueue queue = new InputQueue(QUEUE_CAPACITY);
    private final Telemetry telemetry;
    private final FileJournal journal;
    private final RunEnd end;
    private final Snapshots snapshots;
    private final EngineThread thread;
    private long journaledBytes;

    EngineRoom(
            Recovery.Result recovered,
            FileJournal journal,
            HyperliquidConnector connector,
            OutputSink outputs,
            Telemetry telemetry,
            RunEnd end,
            long snapshotEveryEvents,
            Consumer<Throwable> onFailure) {
        this.telemetry = telemetry;
        this.journal = journal;
        this.end = end;
        EngineBridge bridge = new EngineBridge(telemetry.watch().engine, outputs, end::journalFailed);
        EngineAgent agent = new EngineAgent(
                recovered.engine(),
                recovered.lastSequence(),
                recovered.lastVenueTimeMs(),
                connector,
                journal,
                new Egress(connector, telemetry, () -> bridge.released(queue.batchSinceNanos())),
                bridge,
                bridge,
                System::nanoTime);
        snapshots = new Snapshots(
                recovered.engine(),
                agent,
                journal,
                snapshotEveryEvents,
                refused -> telemetry.watch().system.error("journal", "storing a snapshot", refused));
        queue.tell(telemetry.watch().engine::queueWaited, telemetry.watch().engine::conflated);
        telemetry.watch().engine.queue(queue::depth, QUEUE_CAPACITY);
        thread = new EngineThread(agent, queue, IDLE_WAIT_MS, this::afterBatch, onFailure);
    }

    /** Tells the engine who runs it and what to trade, before anything else. */
    void begin(SystemEvent.EpochStarted epoch, TradingConfig config) {
        queue.publish(epoch);
        queue.publish(new SystemEvent.Configured(config));
    }

    void start() {
        queue.letOperatorsPass();
        thread.start();
    }

    /** Another number after each of the engine's cycles. */
    long signOfLife() {
        return thread.signOfLife();
    }

    /** Takes an event from outside: telemetry hears of it, then it waits for the engine. */
    void take(Event event) {
        telemetry.watch().events.observe(event);
        queue.publish(event);
    }

    private void afterBatch() {
        long appended = journal.appendedBytes();
        if (appended > journaledBytes) {
            telemetry.watch().engine.journalAppended(appended - journaledBytes);
            journaledBytes = appended;
        }
        snapshots.takeIfDue();
    }

    /** Whether the engine still folds. */
    HealthCheck.Result liveness() {
        return thread.silentNanos() < STUCK_NANOS
                ? HealthCheck.Result.ok()
                : HealthCheck.Result.error("the engine is silent");
    }

    /** The last event folded in and journaled. */
    long lastSequence() {
        return journal.lastSequence();
    }

    /** Lets the engine finish its batch; after an orderly run the journal gets its last snapshot and its end. */
    @Override
    public void close() {
        thread.close();
        if (!thread.hasEnded()) {
            throw new IllegalStateException(
                    "the engine does not end; its journal is left as it is, and the next start recovers from it");
        }
        if (end.isOrderly()) {
            snapshots.take();
            journal.closeInOrder();
        } else {
            journal.close();
        }
    }
}
