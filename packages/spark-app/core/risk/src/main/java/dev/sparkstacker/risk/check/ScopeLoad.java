package dev.sparkstacker.risk.check;

import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/**
 * What is held and working in one scope. What is null is not known.
 *
 * @param held gross notional of positions, at mark prices
 * @param worstCase the same with working and unanswered entries as if all will execute
 * @param positions positions and working entries, counted
 * @param entriesWithinMinute entries sent within the last minute
 * @param openRisk what all that would lose further, from the mark prices, if every stop is hit
 */
public record ScopeLoad(
        @Nullable Usd held,
        @Nullable Usd worstCase,
        int positions,
        int entriesWithinMinute,
        @Nullable Usd openRisk) {
    /** Nothing held, nothing working. */
    public static final ScopeLoad EMPTY = new ScopeLoad(Usd.ZERO, Usd.ZERO, 0, 0, Usd.ZERO);
}
