package dev.sparkstacker.telemetry.health;

import dev.sparkstacker.domain.output.TradingState;
import org.jspecify.annotations.Nullable;

/**
 * What health tells of trading.
 *
 * @param dryRun whether no order can reach a real market
 * @param openPositions legs that hold a position
 * @param state what the engine may do, or null before it is known
 */
public record TradingFigures(
        boolean dryRun, int openPositions, @Nullable TradingState state) {
    /** Whether entries are stopped until a person acts. */
    public boolean halted() {
        return state == TradingState.HALTED || state == TradingState.FLATTENING;
    }
}
