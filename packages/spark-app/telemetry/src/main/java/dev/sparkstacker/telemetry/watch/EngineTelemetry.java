package dev.sparkstacker.telemetry.watch;

import static dev.sparkstacker.telemetry.log.Field.field;

import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.SignalEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.telemetry.log.LogContext;
import dev.sparkstacker.telemetry.log.LogEvent;
import dev.sparkstacker.telemetry.metrics.EngineMeters;
import dev.sparkstacker.telemetry.metrics.Labels;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * Takes the engine thread's timings. Every call is a few additions in memory: nothing is logged on the engine's
 * thread; {@link #report}, called each minute by the housekeeper, tells the longest of each.
 */
public final class EngineTelemetry {
    private static final String COMPONENT = "engine";
    private static final String SIGNAL_GENERATION = "signal_generation";

    private final Outlet out;
    private final EngineMeters meters;
    private final Map<Kind, Operation> kinds = new EnumMap<>(Kind.class);
    private final Operation queueWait;
    private final Operation journalForce;
    private final Operation tickToDecision;
    private volatile long lastLagNanos;

    /** Families of events, the label {@code kind}. */
    private enum Kind {
        MARKET,
        ACCOUNT,
        ANSWER,
        OPERATOR,
        SYSTEM
    }

    /** Something whose time is measured, with the time beyond which somebody should look. */
    private record Operation(String name, double thresholdMs, DistributionDataPoint point, AtomicLong longestNanos) {
        Operation(String name, double thresholdMs, DistributionDataPoint point) {
            this(name, thresholdMs, point, new AtomicLong());
        }

        void took(long nanos) {
            point.observe(nanos / 1e9);
            if (nanos > longestNanos.get()) {
                longestNanos.accumulateAndGet(nanos, Math::max);
            }
        }
    }

    /** Makes it. */
    EngineTelemetry(Outlet out) {
        this.out = out;
        this.meters = out.meters().engine;
        for (Kind kind : Kind.values()) {
            String label = Labels.of(kind);
            kinds.put(kind, new Operation("engine_event_" + label, 5, meters.events.labelValues(label)));
        }
        queueWait = new Operation("engine_queue_wait", 100, meters.queueWait);
        journalForce = new Operation("journal_force", 50, meters.journalForce);
        tickToDecision = new Operation("tick_to_decision", 100, meters.tickToDecision);
    }

    /** Connects the engine's queue; {@code depth} is asked at each scrape, on the scrape's thread. */
    public void queue(IntSupplier depth, int capacity) {
        out.meters().queue().connect(depth, capacity);
    }

    /** An event waited so long for the engine. */
    public void queueWaited(long nanos) {
        queueWait.took(nanos);
    }

    /** The engine folded an event in so long. */
    public void eventProcessed(Stamped stamped, long nanos) {
        operation(stamped.event()).took(nanos);
        meters.lastEvent.set(stamped.machineTimeMs() / 1000.0);
        meters.sequence.set((double) stamped.sequence());
    }

    /** Book updates were replaced by newer ones before the engine took them. */
    public void conflated(long events) {
        meters.conflated.inc(events);
    }

    /** A batch was forced to the disk in so long. */
    public void journalForced(long nanos) {
        journalForce.took(nanos);
    }

    /** Bytes were appended to the journal. */
    public void journalAppended(long bytes) {
        meters.journalBytes.inc(bytes);
    }

    /** A command was released so long after the frame that caused it was received. */
    public void decided(long nanos) {
        tickToDecision.took(nanos);
    }

    /** An event that a strategy judged took so long to fold in; sizing is a part of it. */
    public void judged(StrategyId strategy, long nanos) {
        out.meters()
                .strategy
                .execution
                .labelValues(strategy.name(), SIGNAL_GENERATION)
                .observe(nanos / 1e9);
    }

    /** The longest wait of an event in the minute of the last report and since, in nanoseconds. */
    public long longestQueueWaitNanos() {
        return Math.max(lastLagNanos, queueWait.longestNanos().get());
    }

    /** Tells the longest of each operation since the last call. */
    void report() {
        long lag = queueWait.longestNanos().getAndSet(0);
        lastLagNanos = lag;
        reportLag(lag / 1e6);
        for (Operation kind : kinds.values()) {
            report(kind);
        }
        report(journalForce);
        report(tickToDecision);
    }

    private void reportLag(double lagMs) {
        boolean critical = lagMs > queueWait.thresholdMs();
        out.log()
                .event(
                        critical ? LogEvent.EVENT_LOOP_LAG_CRITICAL : LogEvent.EVENT_LOOP_LAG,
                        LogContext.of(COMPONENT),
                        "Events waited up to " + lagMs + " ms for the engine",
                        field("lag", lagMs),
                        field("threshold", queueWait.thresholdMs()));
    }

    private void report(Operation operation) {
        double longestMs = operation.longestNanos().getAndSet(0) / 1e6;
        if (longestMs == 0) {
            return;
        }
        boolean exceeded = longestMs > operation.thresholdMs();
        LogContext context = LogContext.of(COMPONENT);
        out.log()
                .event(
                        LogEvent.LATENCY_MEASURED,
                        context,
                        operation.name() + " took up to " + longestMs + " ms",
                        field("operation", operation.name()),
                        field("latency", longestMs),
                        field("threshold", operation.thresholdMs()),
                        field("exceeded", exceeded));
        if (exceeded) {
            out.log()
                    .event(
                            LogEvent.LATENCY_THRESHOLD_EXCEEDED,
                            context,
                            operation.name() + " took up to " + longestMs + " ms",
                            field("operation", operation.name()),
                            field("latency", longestMs),
                            field("threshold", operation.thresholdMs()));
        }
    }

    private Operation operation(Event event) {
        Kind kind = switch (event) {
            case MarketEvent _ -> Kind.MARKET;
            case AccountEvent _ -> Kind.ACCOUNT;
            case AnswerEvent _ -> Kind.ANSWER;
            case OperatorEvent _ -> Kind.OPERATOR;
            case SignalEvent _ -> Kind.OPERATOR;
            case SystemEvent _ -> Kind.SYSTEM;
        };
        return Objects.requireNonNull(kinds.get(kind));
    }
}
