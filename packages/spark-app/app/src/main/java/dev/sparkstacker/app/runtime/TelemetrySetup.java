package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.AppConfig;
import dev.sparkstacker.app.config.model.PortsSettings;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.telemetry.TelemetryOptions;
import dev.sparkstacker.telemetry.http.HttpBinding;
import dev.sparkstacker.telemetry.log.Level;
import dev.sparkstacker.telemetry.log.LogOptions;
import dev.sparkstacker.telemetry.log.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Telemetry's options from the product's configuration. */
final class TelemetrySetup {
    private TelemetrySetup() {}

    static TelemetryOptions options(EffectiveConfig effective, TradingConfig trading) {
        AppConfig config = effective.config();
        LogOptions logs = LogOptions.defaults(effective.logDir(), word(config.environment()), word(config.mode()))
                .withMinimum(Level.valueOf(config.telemetry().logLevel().name()));
        PortsSettings ports = config.ports();
        dev.sparkstacker.app.secret.Secret token = config.telemetry().metricsToken();
        return new TelemetryOptions(
                logs,
                effective.dataDir(),
                Build.current().version(),
                "hyperliquid",
                trading,
                binding("health", ports.bindAddress(), ports.health(), "ports.health", token),
                binding("metrics", ports.bindAddress(), ports.metrics(), "ports.metrics", token),
                Duration.ofMinutes(1));
    }

    private static HttpBinding binding(
            String purpose, String host, int port, String setting, dev.sparkstacker.app.secret.@Nullable Secret token) {
        Secret guarded = token == null ? null : new Secret(token.reveal());
        return new HttpBinding(purpose, host, port, setting, guarded);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }
}
