package dev.sparkstacker.telemetry;

import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.telemetry.crash.CrashDumps;
import dev.sparkstacker.telemetry.crash.CrashState;
import dev.sparkstacker.telemetry.health.ConnectionFigures;
import dev.sparkstacker.telemetry.health.Health;
import dev.sparkstacker.telemetry.health.HealthPages;
import dev.sparkstacker.telemetry.health.SystemFigures;
import dev.sparkstacker.telemetry.health.TradingFigures;
import dev.sparkstacker.telemetry.http.HttpBinding;
import dev.sparkstacker.telemetry.http.Inbox;
import dev.sparkstacker.telemetry.http.LocalHttpServer;
import dev.sparkstacker.telemetry.http.Page;
import dev.sparkstacker.telemetry.log.EventLog;
import dev.sparkstacker.telemetry.log.Logs;
import dev.sparkstacker.telemetry.metrics.Labels;
import dev.sparkstacker.telemetry.metrics.Meters;
import dev.sparkstacker.telemetry.watch.DiskWatch;
import dev.sparkstacker.telemetry.watch.MemoryWatch;
import dev.sparkstacker.telemetry.watch.Outlet;
import dev.sparkstacker.telemetry.watch.Watchers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All of telemetry, started and stopped as one.
 *
 * <pre>
 *  engine outputs ──► outputs ─┐                    ┌─► logs/&lt;category&gt;/…jsonl
 *  events, commands ─► events, ├─► event log ───────┤
 *                     commands │                    └─► last lines ─► health, crash dumps
 *  connector listener ► requests, ─► meters ────────────► :9090 /metrics
 *                     frames, links
 *  engine timings ───► engine  │
 *  application ──────► system ─┘    health checks ──────► :8080 /health …
 * </pre>
 *
 * <p>{@link #start} either opens everything or nothing: a folder that cannot be written or a port in use undoes what was
 * opened before and is told by an exception that names the remedy.
 */
public final class Telemetry implements AutoCloseable {
    private static final int OK = 200;
    private static final int DISK_PERIOD_SECONDS = 5;

    private final TelemetryOptions options;
    private final long startedNanos = System.nanoTime();
    private final Meters meters = new Meters(() -> System.nanoTime() - startedNanos);
    private final Logs logs;
    private final Watchers watchers;
    private final Health health;
    private final CrashDumps crashDumps;
    private final ScheduledExecutorService housekeeper;
    private @Nullable ScheduledFuture<?> rounds;
    private @Nullable ScheduledFuture<?> diskRounds;
    private @Nullable LocalHttpServer healthServer;
    private @Nullable LocalHttpServer metricsServer;

    private Telemetry(
            TelemetryOptions options,
            Clocks clocks,
            InstantSource machineClock,
            BiConsumer<String, DiskWatch.State> onDisk) {
        this.options = options;
        boolean dryRun = !options.logs().mode().equals("live");
        logs = Logs.open(
                options.logs(),
                clocks,
                machineClock,
                System::nanoTime,
                CrashDumps.LINES,
                (event, level, category, timestamp, message, json) -> meters.log
                        .logEvents
                        .labelValues(Labels.of(level), category.folder())
                        .inc());
        meters.initialise(options.config(), options.venue());
        Outlet outlet = new Outlet(logs.log(), meters, options.venue(), dryRun, options.config());
        Path logDir = options.logs().directory();
        watchers = new Watchers(
                outlet,
                machineClock,
                options.dataDir(),
                logDir,
                DiskWatch.Reader::fileSystem,
                MemoryWatch.Reader::runtime,
                onDisk);
        crashDumps = new CrashDumps(logDir, logs.recent(), machineClock);
        health = new Health(logs.errors())
                .check("websocket", watchers.links::health)
                .check("api", watchers.requests::health)
                .check("diskSpace", watchers.disk::health)
                .connections(() -> new ConnectionFigures(
                        watchers.links.allUp(),
                        watchers.frames.lastFrameMs(),
                        watchers.requests.lastCallMs(),
                        watchers.requests.lastError()))
                .trading(() ->
                        new TradingFigures(dryRun, watchers.outputs.openPositions(), watchers.outputs.tradingState()));
        housekeeper = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("telemetry").factory());
    }

    /**
     * Starts.
     *
     * @param clocks the product's two clocks
     * @param machineClock machine time, finer than milliseconds
     * @param onDisk hears partition and state whenever a disk's state changes, on the housekeeper's thread
     * @throws java.io.UncheckedIOException if a log folder cannot be written
     * @throws dev.sparkstacker.telemetry.http.PortInUseException if a port cannot be bound
     */
    public static Telemetry start(
            TelemetryOptions options,
            Clocks clocks,
            InstantSource machineClock,
            BiConsumer<String, DiskWatch.State> onDisk) {
        Telemetry telemetry = new Telemetry(options, clocks, machineClock, onDisk);
        try {
            telemetry.serve(machineClock);
        } catch (RuntimeException refused) {
            telemetry.close();
            throw refused;
        }
        long periodMs = options.housekeeping().toMillis();
        telemetry.diskRounds = telemetry.housekeeper.scheduleWithFixedDelay(
                telemetry::lookAtDisks, DISK_PERIOD_SECONDS, DISK_PERIOD_SECONDS, TimeUnit.SECONDS);
        telemetry.rounds =
                telemetry.housekeeper.scheduleWithFixedDelay(telemetry::housekeep, 0, periodMs, TimeUnit.MILLISECONDS);
        return telemetry;
    }

    private void serve(InstantSource machineClock) {
        HttpBinding healthBinding = options.health();
        if (healthBinding != null) {
            SystemFigures figures = new SystemFigures(watchers.engine::longestQueueWaitNanos);
            HealthPages pages = new HealthPages(
                    health, figures, machineClock, () -> System.nanoTime() - startedNanos, options.version());
            healthServer = LocalHttpServer.bind(healthBinding, watchers.system)
                    .open("/health", pages::summary)
                    .guarded("/health/detailed", pages::detailed)
                    .open("/health/live", pages::live)
                    .open("/health/ready", pages::ready)
                    .start();
        }
        HttpBinding metricsBinding = options.metrics();
        if (metricsBinding != null) {
            metricsServer = LocalHttpServer.bind(metricsBinding, watchers.system)
                    .guarded("/metrics", () -> new Page.Answer(OK, Meters.CONTENT_TYPE, meters.text()))
                    .start();
        }
    }

    private void lookAtDisks() {
        try {
            watchers.lookAtDisks();
        } catch (RuntimeException failed) {
            watchers.system.taskFailed("looking at the disks", failed);
        }
    }

    /** What is due each minute. A failure is told and does not end the round. */
    private void housekeep() {
        try {
            watchers.housekeep(logs.log().takeSuppressed(), logs.takeFailures());
            List<String> problems = logs.tidy();
            if (!problems.isEmpty()) {
                watchers.system.error("logs", "tidying log files", new IOException(String.join("; ", problems)));
            }
        } catch (RuntimeException failed) {
            watchers.system.taskFailed("housekeeping", failed);
        }
    }

    /** The log, for events no watcher tells. */
    public EventLog log() {
        return logs.log();
    }

    /** The meters. */
    public Meters meters() {
        return meters;
    }

    /** The watchers: hand each what its part of the product tells. */
    public Watchers watch() {
        return watchers;
    }

    /** Health: supply the checks database, journal and liveness, the day's profit and the dead man's switch. */
    public Health health() {
        return health;
    }

    /**
     * Takes what is sent by POST to a path beside the health pages.
     *
     * @throws IllegalStateException if these are not served
     */
    public void receive(String path, int mostBytes, Inbox inbox) {
        if (healthServer == null) {
            throw new IllegalStateException("There is no server to receive " + path);
        }
        healthServer.inbox(path, mostBytes, inbox);
    }

    /** The port of the health pages, or -1 where they are not served. */
    public int healthPort() {
        return healthServer == null ? -1 : healthServer.port();
    }

    /** The port of the metrics, or -1 where they are not served. */
    public int metricsPort() {
        return metricsServer == null ? -1 : metricsServer.port();
    }

    /** Time since the start. */
    public Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** From now on an error that ends a thread is logged and dumped. {@code state} is asked at that moment. */
    public void catchUnhandled(Supplier<CrashState> state) {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            watchers.system.unhandled(thread, error);
            crash("Thread " + thread.getName() + " died", error, state.get());
        });
    }

    /** Writes a crash dump; where the disk refuses, the error stream says so. */
    public Optional<Path> crash(String reason, @Nullable Throwable error, CrashState state) {
        try {
            Path file = crashDumps.write(reason, error, state);
            watchers.crashDumped(file, false);
            return Optional.of(file);
        } catch (IOException refused) {
            System.err.println("The crash dump for '" + reason + "' could not be written: " + refused);
            return Optional.empty();
        }
    }

    /** After a start that found no orderly stop before it: keeps the last lines of the process before. */
    public Optional<Path> reconstructCrash(CrashState state) {
        try {
            Path file = crashDumps.reconstruct(state);
            watchers.crashDumped(file, true);
            return Optional.of(file);
        } catch (IOException refused) {
            watchers.system.error("crash-dump", "reconstructing the crash of the process before", refused);
            return Optional.empty();
        }
    }

    /** Stops the servers and closes the files; what is told afterwards is lost. */
    @Override
    public void close() {
        health.ready(false);
        if (healthServer != null) {
            healthServer.close();
        }
        if (metricsServer != null) {
            metricsServer.close();
        }
        if (diskRounds != null) {
            diskRounds.cancel(false);
        }
        if (rounds != null) {
            rounds.cancel(false);
        }
        housekeeper.shutdown();
        try {
            if (!housekeeper.awaitTermination(2, TimeUnit.SECONDS)) {
                System.err.println("The telemetry thread did not end within 2 s.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        logs.close();
    }
}
