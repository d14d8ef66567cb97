package dev.sparkstacker.telemetry.health;

import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.TradingState;
import org.jspecify.annotations.Nullable;

/**
 * What health tells of trading.
 *
 * @param dryRun whether no order can reach a real market
 * @param openPositions legs that hold a position
 * @param dailyPnl profit of the UTC day, or null where it is not known
 * @param state what the engine may do, or null before it is known
 */
public record TradingFigures(
        boolean dryRun,
        int openPositions,
        @Nullable Usd dailyPnl,
        @Nullable TradingState state) {
    /** Whether entries are stopped until a person acts. */
    public boolean halted() {
        return state == TradingState.HALTED || state == TradingState.FLATTENING;
    }
}
