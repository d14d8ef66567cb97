package dev.sparkstacker.telemetry.log;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.output.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Where a line belongs.
 *
 * @param component the part of the product that tells it
 * @param venueTimeMs venue time of what it tells, or null to take the clock's
 * @param correlationId the decision it goes back to, or null where none caused it
 * @param traceId the root operation, {@code seq-<sequence>} of the engine event that caused it, or null
 * @param strategy the strategy it concerns, or null
 * @param market the market it concerns, or null
 * @param durationMs how long what it tells took, in machine milliseconds, or null
 */
public record LogContext(
        String component,
        @Nullable Long venueTimeMs,
        @Nullable String correlationId,
        @Nullable String traceId,
        @Nullable StrategyId strategy,
        @Nullable MarketId market,
        @Nullable Double durationMs) {
    /** A line of a component, belonging to nothing else. */
    public static LogContext of(String component) {
        return new LogContext(component, null, null, null, null, null, null);
    }

    /** A line about an engine output. */
    public static LogContext of(String component, Cause cause) {
        return new LogContext(
                component, cause.venueTimeMs(), cause.correlationId(), "seq-" + cause.sequence(), null, null, null);
    }

    /** The same for a strategy. */
    public LogContext strategy(@Nullable StrategyId value) {
        return new LogContext(component, venueTimeMs, correlationId, traceId, value, market, durationMs);
    }

    /** The same for a market. */
    public LogContext market(@Nullable MarketId value) {
        return new LogContext(component, venueTimeMs, correlationId, traceId, strategy, value, durationMs);
    }

    /** The same with a duration. */
    public LogContext took(double milliseconds) {
        return new LogContext(component, venueTimeMs, correlationId, traceId, strategy, market, milliseconds);
    }
}
