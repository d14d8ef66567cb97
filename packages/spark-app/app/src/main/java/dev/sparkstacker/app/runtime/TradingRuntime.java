package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.LiveSummary;
import dev.sparkstacker.app.console.OutputLines;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlException;
import dev.sparkstacker.app.control.ControlRequest;
import dev.sparkstacker.app.control.ControlServer;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.hyperliquid.HyperliquidConnector;
import dev.sparkstacker.hyperliquid.VenueSetupException;
import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.JournalSettings;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.store.Store;
import dev.sparkstacker.telemetry.Telemetry;
import dev.sparkstacker.telemetry.crash.CrashState;
import dev.sparkstacker.telemetry.health.HealthCheck;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One running instance, from a taken data folder to an orderly stop.
 *
 * <pre>
 *  data folder ─► venue link ─► journal recovered ─► connector knows venue time ─► telemetry ─► store level
 *      ─► new epoch ─► engine thread ─► connector streams ─► control socket ─► ready
 * </pre>
 *
 * Each step either succeeds or everything opened before it is closed again: there is no half-started state.
 */
final class TradingRuntime implements AutoCloseable {
    private static final int QUEUE_CAPACITY = 65_536;
    private static final long STUCK_NANOS = 2_000_000_000L;

    private final EffectiveConfig config;
    private final Closing closing;
    private final StateReplica replica = new StateReplica();
    private final InputQueue queue = new InputQueue(QUEUE_CAPACITY);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final LiveSummary summary;
    private final String feed;
    private final Telemetry telemetry;
    private final FileJournal journal;
    private final EngineAgent agent;
    private final EngineThread engineThread;
    private final OperatorRequests requests;
    private final Snapshots snapshots;
    private volatile @Nullable Throwable failure;
    private volatile boolean flattenFirst;
    private volatile String journalFault = "";

    private TradingRuntime(
            Closing closing, EffectiveConfig config, DataFolder data, VenueLink venue, Terminal terminal, boolean panel)
            throws IOException, VenueSetupException, ControlException, InterruptedException {
        this.closing = closing;
        this.config = config;
        this.feed = venue.feed();
        summary = new LiveSummary(terminal, panel, () -> LiveStates.of(replica, config, venue.feed()));
        TradingConfig trading = config.trading();
        Recovered recovered = JournalRecovery.open(
                data.journal(),
                new JournalIdentity(Build.current().id(), config.hash(), Recovery.stateSchemaHash()),
                new JournalSettings(config.config().journal().segmentMb() * 1024L * 1024, 3));
        closing.add(recovered);
        Recovery.Result state = Recovery.recover(recovered);
        ConnectorBridge connectorBridge = new ConnectorBridge();
        HyperliquidConnector connector =
                closing.add(new HyperliquidConnector(Connectors.config(config, venue, data.nonces()), connectorBridge));
        connector.connect();
        VenueFit.check(config, connector);
        telemetry = closing.add(Telemetry.start(
                TelemetrySetup.options(config, trading), connector, InstantSource.system(), (disk, diskState) -> {}));
        connectorBridge.connect(telemetry.watch().connector);
        telemetry
                .watch()
                .system
                .starting(
                        Build.current().version(),
                        Build.current().commit(),
                        config.hash(),
                        config.config().mode().toString(),
                        data.path());
        Store store = closing.add(Store.open(data.store().resolve("spark-stacker.db")));
        StoreStart.align(store, state, data.journal());
        tellCrash(recovered, state);
        journal = recovered.beginEpoch(System.currentTimeMillis());
        requests = new OperatorRequests(queue, ((long) recovered.nextEpoch() << 32) + 1);
        AtomicLong lostOutputs = new AtomicLong();
        StoreWriter storeWriter = new StoreWriter(
                store.projector(),
                lostOutputs,
                message -> telemetry.watch().system.error("store", message, new IOException(message)));
        OutputBus bus = closing.add(new OutputBus(
                List.of(
                        replica,
                        requests,
                        batch -> batch.forEach(telemetry.watch().outputs::publish),
                        console(),
                        storeWriter),
                lostOutputs));
        agent = new EngineAgent(
                state.engine(),
                state.lastSequence(),
                state.lastVenueTimeMs(),
                connector,
                journal,
                command -> {
                    telemetry.watch().commands.submitted(command);
                    connector.submit(command);
                },
                bus,
                new EngineBridge(telemetry.watch().engine, message -> journalFault = message),
                System::nanoTime);
        snapshots = new Snapshots(
                state.engine(),
                agent,
                journal,
                refused -> telemetry.watch().system.error("journal", "storing a snapshot", refused));
        telemetry.watch().engine.queue(queue::depth, QUEUE_CAPACITY);
        supplyHealth(storeWriter);
        queue.publish(new SystemEvent.EpochStarted(
                recovered.findings().run(),
                recovered.nextEpoch(),
                Build.current().id(),
                config.hash(),
                recovered.findings().cleanStop()));
        queue.publish(new SystemEvent.Configured(trading));
        engineThread = new EngineThread(agent, queue, 5, snapshots::takeIfDue, this::fail);
        connector.start(this::observe);
        closing.add(this::stopEngine);
        engineThread.start();
        closing.add(new JournalKeeper(
                data.journal(),
                config.config().journal(),
                () -> store.projector().checkpoint(),
                this::tellKeeping));
        closing.add(ControlServer.start(
                data.controlSocket(),
                new ControlDesk(new Views(replica, store.trading(), this::facts), requests, this::onStopRequest),
                message -> telemetry.watch().system.error("control", message, new IOException(message))));
    }

    /**
     * Starts an instance.
     *
     * @throws VenueSetupException if the venue cannot be reached or traded on as configured
     * @throws IOException if the disk refuses
     */
    static TradingRuntime start(
            EffectiveConfig config, DataFolder data, VenueLink venue, Terminal terminal, boolean panel)
            throws IOException, VenueSetupException, ControlException, InterruptedException {
        Closing closing = new Closing();
        closing.add(venue);
        try {
            return new TradingRuntime(closing, config, data, venue, terminal, panel);
        } catch (Exception | Error failure) {
            closing.closeAfter(failure);
            throw failure;
        }
    }

    /** Waits until entries are allowed, an end was asked for, or the time is over; returns whether it trades. */
    boolean awaitReady(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && stopped.getCount() > 0) {
            TradingState state = replica.tradingState();
            if (state == TradingState.HALTED || state == TradingState.FLATTENING) {
                return false;
            }
            if (state == TradingState.ACTIVE) {
                telemetry.health().ready(true);
                telemetry.watch().system.ready(telemetry.uptime());
                return true;
            }
            stopped.await(10, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    LiveSummary summary() {
        return summary;
    }

    String feed() {
        return feed;
    }

    int healthPort() {
        return telemetry.healthPort();
    }

    int metricsPort() {
        return telemetry.metricsPort();
    }

    TradingState tradingState() {
        return replica.tradingState();
    }

    String tradingReason() {
        return replica.tradingReason();
    }

    /** Waits until somebody asks for the end, something fails, or the time is over. */
    void awaitEnd(@Nullable Duration atMost) throws InterruptedException {
        if (atMost == null) {
            stopped.await();
        } else {
            stopped.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Asks for the end. */
    void requestEnd() {
        stopped.countDown();
    }

    /** Whether positions are to be closed before it ends. */
    boolean flattensFirst() {
        return flattenFirst;
    }

    /** Closes everything reduce-only and waits until the fills say flat, at most so long. */
    boolean flatten(Duration patience) throws InterruptedException {
        requests.ask(id -> new OperatorEvent.StopRequested(id, "stop", true));
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            if (replica.openLegs().isEmpty()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return false;
    }

    /** Whether any position is open, as far as the fills say. */
    boolean holdsPositions() {
        return !replica.openLegs().isEmpty();
    }

    /** What ended it against its will, or null. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    @Override
    public void close() {
        telemetry.watch().system.stopping(failure == null ? "asked to" : "failed");
        telemetry.health().ready(false);
        try {
            closing.close();
        } finally {
            summary.close();
        }
    }

    private void stopEngine() {
        engineThread.close();
        if (failure == null && journalFault.isEmpty()) {
            snapshots.take();
            journal.closeInOrder();
        } else {
            journal.close();
        }
    }

    private void observe(Event event) {
        telemetry.watch().events.observe(event);
        queue.publish(event);
    }

    private void tellKeeping(IOException failure) {
        telemetry.watch().system.error("journal", "keeping old segments", failure);
    }

    private OutputBus.Watcher console() {
        OutputLines lines = new OutputLines();
        return batch -> batch.forEach(output -> lines.line(output).ifPresent(summary::note));
    }

    private void onStopRequest(ControlRequest.Stop stop) {
        flattenFirst = stop.flatten();
        stopped.countDown();
    }

    private void fail(Throwable cause) {
        failure = cause;
        telemetry.crash("the engine failed", cause, crashState());
        summary.note(
                "FATAL     the engine failed: " + cause + ". Open positions keep their resting stops and targets.");
        stopped.countDown();
    }

    private void tellCrash(Recovered recovered, Recovery.Result state) {
        boolean died =
                recovered.findings().lastSequence() > 0 && !recovered.findings().cleanStop();
        if (died) {
            CrashState then = new CrashState(state.lastSequence(), List.of(), List.of());
            telemetry.reconstructCrash(then);
        }
    }

    private CrashState crashState() {
        List<String> positions = new ArrayList<>();
        replica.openLegs().forEach(leg -> positions.add(leg.toString()));
        List<String> orders = new ArrayList<>();
        replica.workingOrders().forEach(order -> orders.add(order.toString()));
        return new CrashState(replica.sequence(), positions, orders);
    }

    private void supplyHealth(StoreWriter store) {
        telemetry
                .health()
                .check(
                        "journal",
                        () -> journalFault.isEmpty() ? HealthCheck.Result.ok() : HealthCheck.Result.error(journalFault))
                .check(
                        "database",
                        () -> store.fault().isEmpty()
                                ? HealthCheck.Result.ok()
                                : HealthCheck.Result.error(store.fault()))
                .liveness(() -> engineThread.silentNanos() < STUCK_NANOS
                        ? HealthCheck.Result.ok()
                        : HealthCheck.Result.error("the engine is silent"));
    }

    private List<List<String>> facts() {
        return List.of(
                List.of("mode", config.config().mode().toString()),
                List.of("prices", feed),
                List.of(
                        "uptime",
                        telemetry
                                .uptime()
                                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                .toString()),
                List.of("health", "http://127.0.0.1:" + telemetry.healthPort() + "/health"),
                List.of("metrics", "http://127.0.0.1:" + telemetry.metricsPort() + "/metrics"));
    }
}
