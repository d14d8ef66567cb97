package dev.sparkstacker.telemetry.metrics;

import dev.sparkstacker.domain.config.TradingConfig;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Every meter of the product, in a registry of its own.
 *
 * <p>The Java runtime's collectors are registered at the first scrape: loading them costs tens of milliseconds that a
 * start need not wait for.
 */
public final class Meters {
    /** The content type of {@link #text}. */
    public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

    private static final int INITIAL_TEXT_BYTES = 1 << 16;

    public final TradingMeters trading;
    public final StrategyMeters strategy;
    public final AccountMeters account;
    public final VenueMeters venue;
    public final EngineMeters engine;
    public final LogMeters log;
    public final SystemMeters system;
    public final GuardMeters guard;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final QueueGauge queue = new QueueGauge();
    private final AtomicBoolean runtimeRegistered = new AtomicBoolean();

    /** Makes every meter. {@code uptimeNanos} is machine time since the process began to serve. */
    public Meters(LongSupplier uptimeNanos) {
        MeterFactory make = new MeterFactory(registry);
        trading = new TradingMeters(make);
        strategy = new StrategyMeters(make);
        account = new AccountMeters(make);
        venue = new VenueMeters(make);
        engine = new EngineMeters(make, queue::depth, queue::capacity);
        log = new LogMeters(make);
        system = new SystemMeters(make, uptimeNanos);
        guard = new GuardMeters(make);
    }

    /** Brings to life at zero every series whose labels the configuration tells. */
    public void initialise(TradingConfig config, String exchange) {
        new InitialSeries(this, exchange).create(config);
    }

    /** The queue in front of the engine, asked at each scrape. */
    public QueueGauge queue() {
        return queue;
    }

    /** Everything in Prometheus' text format. @throws IOException never, as it is written to memory */
    public String text() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(INITIAL_TEXT_BYTES);
        PrometheusTextFormatWriter.builder()
                .setIncludeCreatedTimestamps(false)
                .build()
                .write(out, registry().scrape());
        return out.toString(StandardCharsets.UTF_8);
    }

    PrometheusRegistry registry() {
        if (runtimeRegistered.compareAndSet(false, true)) {
            JvmMemoryMetrics.builder().register(registry);
            JvmGarbageCollectorMetrics.builder().register(registry);
            JvmThreadsMetrics.builder().register(registry);
            ProcessMetrics.builder().register(registry);
        }
        return registry;
    }
}
