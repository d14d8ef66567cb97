package dev.sparkstacker.app.guard;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.guard.WatchdogReport.State;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.telemetry.health.HealthCheck;
import dev.sparkstacker.telemetry.watch.GuardTelemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The watchdog as the process that it watches sees it. A report that does not move any more is the report of nobody.
 */
public final class WatchdogView implements AutoCloseable {
    private static final long EVERY_MS = 1_000;
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Path dataDir;
    private final boolean wanted;
    private final List<AccountId> accounts;
    private final GuardTelemetry telemetry;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("watchdog-view").unstarted(this::watch);
    private final Silence silence = new Silence(0, System.nanoTime(), Long.MAX_VALUE);
    private volatile Seen seen;
    private String toldText = "";

    /** What is known of it now. */
    private record Seen(State state, String detail, String armed, String switchDetail) {}

    /** Looks at once, and each second once it is started. */
    public WatchdogView(EffectiveConfig config, Path dataDir, GuardTelemetry telemetry) {
        this.dataDir = dataDir;
        this.wanted = isWanted(config);
        this.accounts =
                config.config().accounts().stream().map(AccountSettings::name).toList();
        this.telemetry = telemetry;
        this.seen = nobody("not seen yet");
    }

    /** Whether there ought to be one: a sandbox inside the process dies with it and leaves nothing to act on. */
    public static boolean isWanted(EffectiveConfig config) {
        boolean outlives = config.isLive() || config.config().paper().sandboxUrl() != null;
        return config.config().watchdog().enabled() && outlives;
    }

    public void start() {
        thread.start();
    }

    /** For the status. */
    public String describe() {
        Seen now = seen;
        return now.state().word() + (now.detail().isEmpty() ? "" : ": " + now.detail());
    }

    /** The venue's own switch, for the status. */
    public String deadMansSwitch() {
        return seen.switchDetail();
    }

    /** A watchdog that is wanted and not there is a warning. */
    public HealthCheck.Result health() {
        return switch (seen.state()) {
            case OFF, WATCHING -> new HealthCheck.Result(HealthCheck.Status.OK, describe(), null);
            case ABSENT, ACTING, ACTED -> HealthCheck.Result.warning(describe());
        };
    }

    private void watch() {
        try {
            do {
                look(System.nanoTime());
            } while (!closing.await(EVERY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the report once. */
    void look(long nowNanos) {
        try {
            Optional<WatchdogReport> report = WatchdogReport.read(dataDir);
            long silentNanos = silence.observe(report.map(WatchdogReport::count).orElse(0L), nowNanos);
            seen = report.filter(written -> silentNanos < STALE_NANOS
                            && ProcessHandle.of(written.pid()).isPresent())
                    .map(written -> new Seen(
                            written.state(),
                            "process " + written.pid() + " " + written.detail(),
                            written.armed(),
                            written.switchDetail()))
                    .orElseGet(() -> nobody(report.map(WatchdogView::last).orElse("none is running")));
        } catch (IOException unreadable) {
            seen = nobody("its report cannot be read: " + unreadable.getMessage());
        }
        tell();
    }

    private static String last(WatchdogReport report) {
        return "none is running; the last one was " + report.state().word() + ": " + report.detail();
    }

    private Seen nobody(String detail) {
        return new Seen(wanted ? State.ABSENT : State.OFF, detail, "", VenueSwitch.NOT_ARMED);
    }

    private void tell() {
        Seen now = seen;
        for (AccountId account : accounts) {
            telemetry.deadMansSwitch(
                    account, List.of(now.armed().split(" ", -1)).contains(account.name()));
        }
        String text = describe();
        if (!text.equals(toldText)) {
            toldText = text;
            telemetry.watchdog(now.state().word(), now.detail());
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(1_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
