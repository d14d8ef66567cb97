package dev.sparkstacker.telemetry.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.DoubleSupplier;

/** Makes meters and registers them, all in one form: the full exposed name, classic buckets. */
final class MeterFactory {
    /** Bucket bounds of requests over a network: 1 ms to 10 s. */
    static final double[] REQUEST_SECONDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10};

    /** Bucket bounds of work inside the process: 1 µs to 1 s, with the edges of the latency targets. */
    static final double[] ENGINE_SECONDS = {
        0.000_001, 0.000_005, 0.000_025, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.003, 0.005, 0.01, 0.025, 0.1, 0.25, 1
    };

    private final PrometheusRegistry registry;

    MeterFactory(PrometheusRegistry registry) {
        this.registry = registry;
    }

    Counter counter(String name, String help, String... labels) {
        return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    Gauge gauge(String name, String help, String... labels) {
        return Gauge.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    Histogram histogram(String name, String help, double[] upperBounds, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(upperBounds)
                .labelNames(labels)
                .register(registry);
    }

    Info info(String name, String help, String... labels) {
        return Info.builder().name(name).help(help).labelNames(labels).register(registry);
    }

    /** A gauge whose value is asked for at each scrape. */
    void callback(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }
}
