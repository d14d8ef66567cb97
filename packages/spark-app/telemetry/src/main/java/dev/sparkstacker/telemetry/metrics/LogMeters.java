package dev.sparkstacker.telemetry.metrics;

import io.prometheus.metrics.core.metrics.Counter;

/** The log files themselves. Help, units and bounds of labels stand in {@code metrics.json}. */
public final class LogMeters {
    public final Counter logEvents;
    public final Counter suppressed;
    public final Counter writeFailures;

    LogMeters(MeterFactory make) {
        logEvents = make.counter("spark_log_events_total", "Log lines written.", "level", "category");
        suppressed = make.counter("spark_log_suppressed_total", "Log lines left out by sampling.", "event");
        writeFailures = make.counter(
                "spark_log_write_failures_total", "Log lines that could not be written to their file.", "folder");
    }
}
