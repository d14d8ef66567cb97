package dev.sparkstacker.telemetry.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import java.util.function.LongSupplier;

/** The process and its machine. Help, units and bounds of labels stand in {@code metrics.json}. */
public final class SystemMeters {
    public final Info buildInfo;
    public final Info configInfo;
    public final Gauge diskUsed;
    public final Gauge diskFree;
    public final Histogram databaseSeconds;
    public final Counter crashDumps;

    SystemMeters(MeterFactory make, LongSupplier uptimeNanos) {
        make.callback(
                "spark_stacker_uptime_seconds",
                "Machine time since telemetry started.",
                () -> uptimeNanos.getAsLong() / 1e9);
        buildInfo = make.info("spark_build_info", "Which code trades; always 1.", "version", "commit");
        configInfo =
                make.info("spark_config_info", "Which configuration it trades with; always 1.", "config_hash", "mode");
        diskUsed = make.gauge("spark_disk_used_ratio", "Used share of the disk that holds the folder.", "partition");
        diskFree = make.gauge(
                "spark_disk_free_bytes",
                "Bytes the process may still write on the disk that holds the folder.",
                "partition");
        databaseSeconds = make.histogram(
                "spark_database_seconds",
                "Time of statements and batches against the SQL store.",
                MeterFactory.REQUEST_SECONDS,
                "operation",
                "outcome");
        crashDumps = make.counter("spark_crash_dumps_total", "Crash dumps written.");
    }
}
