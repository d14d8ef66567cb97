package dev.sparkstacker.app.config.model;

import dev.sparkstacker.telemetry.log.Secret;
import org.jspecify.annotations.Nullable;

/** Logs and metrics. */
public record TelemetrySettings(
        @Setting(value = "The least level that is logged.", byDefault = "INFO", env = "LOG_LEVEL")
        LogLevel logLevel,

        @Setting("Bearer token that /metrics asks for; needed where ports are open beyond loopback.") @Nullable
        Secret metricsToken) {}
