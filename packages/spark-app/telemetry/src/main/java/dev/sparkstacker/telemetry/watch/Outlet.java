package dev.sparkstacker.telemetry.watch;

import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.telemetry.log.EventLog;
import dev.sparkstacker.telemetry.metrics.Meters;

/**
 * Where watchers write.
 *
 * @param log the log files
 * @param meters the meters
 * @param venue the configured name of the venue, the label {@code exchange} and {@code venue}
 * @param dryRun whether no order can reach a real market
 * @param config the trading configuration
 */
public record Outlet(EventLog log, Meters meters, String venue, boolean dryRun, TradingConfig config) {}
