package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.AppConfig;
import dev.sparkstacker.app.config.model.PortsSettings;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.telemetry.Telemetry;
import dev.sparkstacker.telemetry.TelemetryOptions;
import dev.sparkstacker.telemetry.crash.CrashState;
import dev.sparkstacker.telemetry.http.HttpBinding;
import dev.sparkstacker.telemetry.log.Level;
import dev.sparkstacker.telemetry.log.LogOptions;
import dev.sparkstacker.telemetry.log.Secret;
import dev.sparkstacker.telemetry.watch.SystemTelemetry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;

/** Starts telemetry as the product's configuration says. */
final class TelemetrySetup {
    private TelemetrySetup() {}

    /**
     * Starts it, and tells what starts with which configuration.
     *
     * @param state what is known of trading when a thread dies
     */
    static Telemetry start(EffectiveConfig config, TradingConfig trading, Clocks clocks, Supplier<CrashState> state) {
        Telemetry started =
                Telemetry.start(options(config, trading), clocks, InstantSource.system(), (disk, diskState) -> {});
        SystemTelemetry system = started.watch().system;
        system.starting(
                Build.current().version(),
                Build.current().commit(),
                config.hash(),
                config.config().mode().toString(),
                config.dataDir());
        system.configLoaded(
                config.hash(),
                trading,
                config.warnings().stream().map(Problem::describe).toList());
        started.catchUnhandled(state);
        return started;
    }

    private static TelemetryOptions options(EffectiveConfig effective, TradingConfig trading) {
        AppConfig config = effective.config();
        LogOptions logs = LogOptions.defaults(effective.logDir(), word(config.environment()), word(config.mode()))
                .withMinimum(Level.valueOf(config.telemetry().logLevel().name()));
        PortsSettings ports = config.ports();
        Secret token = config.telemetry().metricsToken();
        return new TelemetryOptions(
                logs,
                effective.dataDir(),
                Build.current().version(),
                "hyperliquid",
                trading,
                new HttpBinding("health", ports.bindAddress(), ports.health(), "ports.health", token),
                new HttpBinding("metrics", ports.bindAddress(), ports.metrics(), "ports.metrics", token),
                Duration.ofMinutes(1));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
