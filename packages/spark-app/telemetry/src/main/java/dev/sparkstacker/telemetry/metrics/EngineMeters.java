package dev.sparkstacker.telemetry.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.function.IntSupplier;

/** The engine thread, its queue and the journal. Help, units and bounds of labels stand in {@code metrics.json}. */
public final class EngineMeters {
    public final Histogram events;
    public final Histogram queueWait;
    public final Counter conflated;
    public final Gauge lastEvent;
    public final Gauge sequence;
    public final Histogram journalForce;
    public final Counter journalBytes;
    public final Histogram tickToDecision;

    EngineMeters(MeterFactory make, IntSupplier queueDepth, IntSupplier queueCapacity) {
        events = make.histogram(
                "spark_engine_event_seconds",
                "Time the engine took to fold one event.",
                MeterFactory.ENGINE_SECONDS,
                "kind");
        queueWait = make.histogram(
                "spark_engine_queue_wait_seconds", "Time an event waited for the engine.", MeterFactory.ENGINE_SECONDS);
        make.callback(
                "spark_engine_queue_depth", "Events waiting for the engine, at the last scrape.", queueDepth::getAsInt);
        make.callback("spark_engine_queue_capacity", "Events the queue can hold.", queueCapacity::getAsInt);
        conflated = make.counter(
                "spark_engine_conflated_events_total",
                "Book updates replaced by newer ones before the engine took them.");
        lastEvent = make.gauge(
                "spark_engine_last_event_timestamp_seconds",
                "Machine time since the UTC epoch when the engine last finished an event; 0 before the first.");
        sequence = make.gauge("spark_engine_sequence", "Sequence number of the last event the engine took.");
        journalForce = make.histogram(
                "spark_journal_force_seconds",
                "Time to force a batch of the journal to the disk.",
                MeterFactory.ENGINE_SECONDS);
        journalBytes = make.counter("spark_journal_bytes_total", "Bytes appended to the journal.");
        tickToDecision = make.histogram(
                "spark_tick_to_decision_seconds",
                "Time from receiving the frame that caused a command to releasing the command.",
                MeterFactory.ENGINE_SECONDS);
    }
}
