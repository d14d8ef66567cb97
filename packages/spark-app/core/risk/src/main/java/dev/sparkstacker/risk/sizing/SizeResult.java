package dev.sparkstacker.risk.sizing;

import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.risk.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How large an entry is, or why there is none. */
public sealed interface SizeResult {
    /**
     * A size, with what became of the wish.
     *
     * @param size whole lots
     * @param notional what it is worth at the entry price
     * @param wished what the method asked for, strength and a breaker's warning considered
     * @param caps the limits that made it smaller, in the order in which they did
     * @param plannedRisk what the wish would lose at its stop, or null without one
     * @param riskLeft what this size loses at its stop, or null without one
     * @param kept which part of the wish is left
     */
    record Sized(
            Quantity size,
            Usd notional,
            Usd wished,
            List<Cap> caps,
            @Nullable Usd plannedRisk,
            @Nullable Usd riskLeft,
            Rate kept)
            implements SizeResult {}

    /**
     * The trade is skipped.
     *
     * @param why the rule, what it saw and what it held it to
     */
    record Skipped(Check why) implements SizeResult {}
}
