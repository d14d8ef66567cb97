package dev.sparkstacker.telemetry;

import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.telemetry.http.HttpBinding;
import dev.sparkstacker.telemetry.log.LogOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Everything telemetry must know to start.
 *
 * @param logs how logs are kept
 * @param dataDir the data folder, whose disk is watched
 * @param version the product's version
 * @param venue the configured name of the venue, such as {@code hyperliquid}; the label {@code exchange}
 * @param config the trading configuration, for the series that start at zero
 * @param health where health is served, or null for nowhere
 * @param metrics where metrics are served, or null for nowhere
 * @param housekeeping how often sampling is summed up and disks and memory are looked at
 */
public record TelemetryOptions(
        LogOptions logs,
        Path dataDir,
        String version,
        String venue,
        TradingConfig config,
        @Nullable HttpBinding health,
        @Nullable HttpBinding metrics,
        Duration housekeeping) {
    /** Port of the health pages. */
    public static final int HEALTH_PORT = 8080;

    /** Port of the metrics. */
    public static final int METRICS_PORT = 9090;

    /** The defaults: both servers on loopback, housekeeping each minute. */
    public static TelemetryOptions defaults(
            LogOptions logs, Path dataDir, String version, String venue, TradingConfig config) {
        return new TelemetryOptions(
                logs,
                dataDir,
                version,
                venue,
                config,
                HttpBinding.loopback("health", HEALTH_PORT, "ports.health"),
                HttpBinding.loopback("metrics", METRICS_PORT, "ports.metrics"),
                Duration.ofMinutes(1));
    }

    /** The same with other servers; null serves nowhere. */
    public TelemetryOptions withServers(@Nullable HttpBinding newHealth, @Nullable HttpBinding newMetrics) {
        return new TelemetryOptions(logs, dataDir, version, venue, config, newHealth, newMetrics, housekeeping);
    }
}
