package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.LiveSummary;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlException;
import dev.sparkstacker.app.control.ControlHandler;
import dev.sparkstacker.app.control.ControlServer;
import dev.sparkstacker.app.guard.EgressFence;
import dev.sparkstacker.app.guard.Guard;
import dev.sparkstacker.app.guard.Heartbeat;
import dev.sparkstacker.app.guard.WatchdogView;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.webhook.Webhooks;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.hyperliquid.HyperliquidConnector;
import dev.sparkstacker.hyperliquid.VenueSetupException;
import dev.sparkstacker.journal.FileStorage;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.JournalSettings;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.Storage;
import dev.sparkstacker.telemetry.Telemetry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One running instance, from a taken data folder to an orderly stop.
 *
 * <pre>
 *  data folder ─► venue link ─► journal recovered ─► connector knows venue time ─► telemetry ─► store level
 *      ─► new epoch ─► kept halts, kill-switch file ─► engine thread, guard ─► connector streams ─► control socket ─► ready
 * </pre>
 *
 * Each step either succeeds or everything opened before it is closed again: there is no half-started state.
 */
final class TradingRuntime implements AutoCloseable {
    private final Closing closing;
    private final RunEnd end;
    private final StateReplica replica = new StateReplica();
    private final LiveSummary summary;
    private final String feed;
    private final Telemetry telemetry;
    private final OperatorRequests requests;
    private final GuardRoom guard;
    private final KillSwitch killSwitch;
    private final long endPatienceMs;

    private TradingRuntime(
            Closing closing,
            EffectiveConfig config,
            DataFolder data,
            VenueLink venue,
            Terminal terminal,
            boolean panel,
            RunEnd end,
            JournalDisk disk)
            throws IOException, VenueSetupException, ControlException, InterruptedException {
        this.closing = closing;
        this.end = end;
        this.feed = venue.feed();
        this.endPatienceMs = config.config().shutdown().timeoutMs();
        summary = new LiveSummary(terminal, panel, () -> LiveStates.of(replica, config, venue.feed()));
        TradingConfig trading = config.trading();
        Recovered recovered = closing.add(openJournal(config, disk.open(data.journal())));
        Recovery.Result state = Recovery.recover(recovered);
        ConnectorBridge bridge = new ConnectorBridge();
        EgressFence fence = new EgressFence();
        HyperliquidConnector connector =
                closing.add(Connectors.behind(fence, Connectors.config(config, venue, data.nonces()), bridge));
        connector.connect();
        VenueFit.check(config, connector);
        telemetry = closing.add(TelemetrySetup.start(config, trading, connector, () -> CrashStates.now(replica)));
        closing.add(() -> telemetry.watch().system.stopped(telemetry.uptime()));
        bridge.connect(telemetry.watch());
        venue.prices().connect(telemetry.watch());
        requests = new OperatorRequests(((long) recovered.nextEpoch() << 32) + 1);
        Projection projection = Projection.begin(
                closing, data.database(), data.journal(), state, trading, telemetry, replica, requests, summary);
        CrashStates.reconstruct(
                telemetry, recovered.findings(), projection.store().trading());
        EngineRoom engine = new EngineRoom(
                state,
                Recovery.beginEpoch(state, System.currentTimeMillis()),
                connector,
                projection.sink(),
                telemetry,
                end,
                config.config().journal().snapshotEveryEvents(),
                this::fail);
        requests.connect(engine::take);
        KeptHalts kept = closing.add(KeptHalts.open(data.path()));
        guard = closing.add(new GuardRoom(
                config, venue, connector, fence, engine, replica, kept, telemetry.watch().guard, summary::note));
        WatchdogView watchdog = closing.add(new WatchdogView(config, data.path(), telemetry.watch().guard));
        RuntimeHealth.supply(telemetry, end, projection, engine, guard, watchdog);
        engine.begin(
                new SystemEvent.EpochStarted(
                        recovered.findings().run(),
                        recovered.nextEpoch(),
                        Build.current().id(),
                        config.hash(),
                        recovered.findings().cleanStop()),
                trading);
        recovered
                .findings()
                .refusedSnapshots()
                .forEach(refused -> engine.take(new SystemEvent.FaultReported(
                        "snapshot", false, refused + "; the state came from an older one and the journal after it")));
        killSwitch = new KillSwitch(requests, guard, kept, end::journalFault);
        killSwitch.restore();
        KillSwitchFile killSwitchFile = closing.add(new KillSwitchFile(data.path(), killSwitch));
        killSwitchFile.look();
        connector.start(engine::take);
        closing.add(() -> {
            if (end.isOrderly()) {
                projection.endsAt(engine.lastSequence());
            }
        });
        closing.add(engine);
        engine.start();
        guard.start();
        watchdog.start();
        killSwitchFile.start();
        Heartbeat heartbeat = closing.add(Heartbeat.start(
                data.path(), refused -> telemetry.watch().system.error("heartbeat", "writing it", refused)));
        heartbeat.tell(() -> beat(guard));
        closing.add(() -> heartbeat.end(end.isOrderly()));
        closing.add(new JournalKeeper(
                data.journal(),
                config.config().journal(),
                () -> projection.store().projector().checkpoint(),
                engine::take,
                failure -> telemetry.watch().system.taskFailed("keeping old journal segments", failure)));
        Webhooks.open(config, data.path(), terminal, telemetry, requests::ask);
        StatusFacts facts = new StatusFacts(config, feed, telemetry, projection, killSwitchFile, guard, watchdog);
        closing.add(ControlServer.start(
                data.controlSocket(),
                new ControlDesk(
                        new Views(
                                replica,
                                trading.strategies(),
                                projection.store().trading(),
                                Known.of(trading),
                                facts::rows),
                        requests,
                        Known.of(trading),
                        killSwitch,
                        killSwitchFile,
                        end),
                message -> telemetry.watch().system.error("control", message, new IOException(message))));
    }

    /**
     * Starts an instance.
     *
     * @throws VenueSetupException if the venue cannot be reached or traded on as configured
     * @throws IOException if the disk refuses
     */
    static TradingRuntime start(
            EffectiveConfig config, DataFolder data, VenueLink venue, Terminal terminal, boolean panel, RunEnd end)
            throws IOException, VenueSetupException, ControlException, InterruptedException {
        return start(config, data, venue, terminal, panel, end, FileStorage::new);
    }

    /** The same with the journal on a disk of the caller's. */
    static TradingRuntime start(
            EffectiveConfig config,
            DataFolder data,
            VenueLink venue,
            Terminal terminal,
            boolean panel,
            RunEnd end,
            JournalDisk disk)
            throws IOException, VenueSetupException, ControlException, InterruptedException {
        Closing closing = new Closing();
        closing.add(venue);
        try {
            return new TradingRuntime(closing, config, data, venue, terminal, panel, end, disk);
        } catch (Exception | Error failure) {
            closing.closeAfter(failure);
            throw failure;
        }
    }

    private static Recovered openJournal(EffectiveConfig config, Storage journal) throws IOException {
        return JournalRecovery.open(
                journal,
                new JournalIdentity(Build.current().id(), config.hash(), Recovery.stateSchemaHash()),
                new JournalSettings(config.config().journal().segmentMb() * 1024L * 1024, 3));
    }

    /** Waits until entries are allowed, an end was asked for, or the time is over; returns whether it trades. */
    boolean awaitReady(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline && !end.isAsked()) {
            TradingState state = replica.tradingState();
            if (state == TradingState.HALTED || state == TradingState.FLATTENING) {
                return false;
            }
            if (state == TradingState.ACTIVE) {
                return true;
            }
            end.await(Duration.ofMillis(10));
        }
        return false;
    }

    /** Whether and why it is to end. */
    RunEnd end() {
        return end;
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

    /** Halts everything, as a person's request does. */
    void halt(String who, String reason) {
        ControlHandler.Outcome outcome = killSwitch.ask(id -> new OperatorEvent.HaltRequested(id, who, reason));
        summary.note((outcome.accepted() ? "halted    " : "HALT?     ") + outcome.message());
    }

    /** Where the guard is, for people. */
    String guard() {
        return guard.describe();
    }

    /**
     * Enters no more and waits, at most so long, until what is open rests on its stop and target or, if wanted, is closed.
     * An entry may just have been filled: a process that went away then would leave it bare.
     */
    OpenPositions comeToRest(boolean flatten, Duration patience) throws InterruptedException {
        requests.ask(id -> new OperatorEvent.StopRequested(id, "stop", flatten));
        long deadline = System.nanoTime() + patience.toNanos();
        OpenPositions open = openPositions();
        while (!open.isAtRest(flatten) && guard.state() != Guard.State.IN_CHARGE && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
            open = openPositions();
        }
        return open;
    }

    private OpenPositions openPositions() {
        return OpenPositions.of(replica.openLegs());
    }

    /** What the watchdog is told: whether somebody looks after what rests at the venue. */
    private static Heartbeat.State beat(GuardRoom guard) {
        return switch (guard.state()) {
            case STARTING -> Heartbeat.State.STARTING;
            case IN_CHARGE -> Heartbeat.State.GUARDED;
            case WATCHING, STOOD_DOWN -> guard.hasEngineAnswering() ? Heartbeat.State.TRADING : Heartbeat.State.SILENT;
        };
    }

    @Override
    public void close() {
        @Nullable Throwable failure = end.failure();
        guard.beforeEnd(endPatienceMs);
        telemetry.watch().system.stopping(failure == null ? "asked to" : "failed");
        telemetry.health().ready(false);
        end.ended(openPositions());
        try {
            closing.close();
        } finally {
            summary.close();
        }
    }

    private void fail(Throwable cause) {
        end.fail(cause);
        guard.engineDied(cause);
        telemetry.crash("the engine failed", cause, CrashStates.now(replica));
        summary.note(
                "FATAL     the engine failed: " + cause + ". Open positions keep their resting stops and targets.");
    }
}
