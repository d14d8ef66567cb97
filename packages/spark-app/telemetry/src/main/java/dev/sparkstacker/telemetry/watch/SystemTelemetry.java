package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.telemetry.http.HttpListener;
import dev.sparkstacker.telemetry.log.Level;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of the process itself: its start and end, its failures, its store. */
public final class SystemTelemetry implements HttpListener {
    private static final String COMPONENT = "application";
    private static final String STORE = "store";

    private final Outlet out;

    /** What is done with the SQL store. */
    public enum Statement {
        SELECT,
        INSERT,
        UPDATE,
        DELETE
    }

    /** Makes it. */
    SystemTelemetry(Outlet out) {
        this.out = out;
    }

    /** The process starts. */
    public void starting(String version, String commit, String configHash, String mode, Path dataDir) {
        out.meters().system.buildInfo.setLabelValues(version, commit);
        out.meters().system.configInfo.setLabelValues(configHash, mode);
        out.log()
                .event(
                        LogEvent.APPLICATION_STARTING,
                        LogContext.of(COMPONENT),
                        "Spark Stacker " + version + " starts in " + mode + " mode",
                        field("version", version),
                        field("commit", commit),
                        field("configHash", configHash),
                        field("dataDir", dataDir));
    }

    /** The configuration was read; {@code warnings} are what its check would tell a person. */
    public void configLoaded(String configHash, TradingConfig config, List<String> warnings) {
        out.log()
                .event(
                        LogEvent.CONFIG_LOADED,
                        warnings.isEmpty() ? Level.INFO : Level.WARNING,
                        LogContext.of(COMPONENT),
                        "Configuration " + configHash + " is in force",
                        field("configHash", configHash),
                        field(
                                "strategies",
                                config.strategies().stream()
                                        .map(strategy -> strategy.id().name())
                                        .toList()),
                        field(
                                "accounts",
                                config.accounts().stream()
                                        .map(account -> account.id().name())
                                        .toList()),
                        field("warnings", warnings.isEmpty() ? null : warnings));
    }

    /** Ready to trade. */
    public void ready(Duration sinceStart) {
        out.log()
                .event(
                        LogEvent.APPLICATION_READY,
                        LogContext.of(COMPONENT).took(sinceStart.toNanos() / 1e6),
                        "Ready to trade after " + sinceStart.toMillis() + " ms",
                        field("startupMs", sinceStart.toMillis()));
    }

    /** An orderly stop began. */
    public void stopping(String reason) {
        out.log()
                .event(
                        LogEvent.APPLICATION_STOPPING,
                        LogContext.of(COMPONENT),
                        "Stopping: " + reason,
                        field("reason", reason));
    }

    /** The orderly stop is done. */
    public void stopped(Duration uptime) {
        out.log()
                .event(
                        LogEvent.APPLICATION_STOPPED,
                        LogContext.of(COMPONENT),
                        "Stopped",
                        field("uptimeMs", uptime.toMillis()));
    }

    /** An operation of a component failed; the product goes on. {@code context} says what was being done. */
    public void error(String component, String context, Throwable error) {
        out.log()
                .failure(
                        LogEvent.ERROR_OCCURRED,
                        LogContext.of(component),
                        context + ": " + error,
                        error,
                        field("errorName", error.getClass().getName()),
                        field("errorMessage", String.valueOf(error.getMessage())),
                        field("context", context));
    }

    /** A thread died of an error. */
    public void unhandled(Thread thread, Throwable error) {
        out.log()
                .failure(
                        LogEvent.UNHANDLED_EXCEPTION,
                        LogContext.of(COMPONENT),
                        "Thread " + thread.getName() + " died: " + error,
                        error,
                        field("errorName", error.getClass().getName()),
                        field("errorMessage", String.valueOf(error.getMessage())),
                        field("thread", thread.getName()));
    }

    /** A background task failed and nobody waits for it. */
    public void taskFailed(String task, Throwable error) {
        out.log()
                .failure(
                        LogEvent.UNHANDLED_REJECTION,
                        LogContext.of(COMPONENT),
                        task + " failed: " + error,
                        error,
                        field("errorName", error.getClass().getName()),
                        field("errorMessage", String.valueOf(error.getMessage())),
                        field("task", task));
    }

    /** A statement or batch begins. */
    public void databaseStarted(Statement statement, String table) {
        out.log()
                .event(
                        LogEvent.DATABASE_QUERY_INITIATED,
                        LogContext.of(STORE),
                        statement + " " + table,
                        field("operation", statement),
                        field("table", table));
    }

    /** A statement or batch succeeded. */
    public void databaseSucceeded(Statement statement, String table, int rows, Duration took) {
        database(statement, "success", took);
        out.log()
                .event(
                        LogEvent.DATABASE_QUERY_SUCCESS,
                        LogContext.of(STORE).took(took.toNanos() / 1e6),
                        statement + " " + table,
                        field("operation", statement),
                        field("table", table),
                        field("rowsAffected", rows));
    }

    /** A statement or batch failed. */
    public void databaseFailed(Statement statement, String table, Duration took, Throwable error) {
        database(statement, "failure", took);
        out.log()
                .failure(
                        LogEvent.DATABASE_QUERY_FAILED,
                        LogContext.of(STORE).took(took.toNanos() / 1e6),
                        statement + " " + table + " failed: " + error,
                        error,
                        field("operation", statement),
                        field("table", table));
    }

    private void database(Statement statement, String outcome, Duration took) {
        out.meters()
                .system
                .databaseSeconds
                .labelValues(Labels.of(statement), outcome)
                .observe(took.toNanos() / 1e9);
    }

    @Override
    public void denied(String path, String remote, String reason) {
        out.log()
                .event(
                        LogEvent.HTTP_ACCESS_DENIED,
                        LogContext.of("http"),
                        path + " refused to " + remote,
                        field("path", path),
                        field("remote", remote),
                        field("reason", reason));
    }

    @Override
    public void failed(String path, Exception error) {
        error("http", "answering " + path, error);
    }

    /** A crash dump was written. */
    void crashDump(Path file, boolean reconstructed) {
        out.meters().system.crashDumps.inc();
        out.log()
                .event(
                        reconstructed ? LogEvent.CRASH_DUMP_RECONSTRUCTED : LogEvent.CRASH_DUMP_WRITTEN,
                        LogContext.of(COMPONENT),
                        "Crash dump: " + file.getFileName(),
                        field("file", file));
    }

    /** Tells how many lines were left out and lost since the last call. */
    void logSummary(Map<String, Long> suppressed, Map<String, Long> lost) {
        suppressed.forEach(
                (event, lines) -> out.meters().log.suppressed.labelValues(event).inc(lines));
        if (!suppressed.isEmpty()) {
            out.log()
                    .event(
                            LogEvent.LOG_SUMMARY,
                            LogContext.of("logs"),
                            "Lines left out by sampling",
                            field("suppressed", suppressed));
        }
        lost.forEach((folder, lines) -> {
            out.meters().log.writeFailures.labelValues(folder).inc(lines);
            lost(folder, lines, "could not be written");
        });
    }

    private void lost(String folder, long lines, @Nullable String reason) {
        out.log()
                .event(
                        LogEvent.LOG_WRITE_FAILED,
                        LogContext.of("logs"),
                        lines + " lines of " + folder + " are lost",
                        field("folder", folder),
                        field("lines", lines),
                        field("reason", reason));
    }
}
