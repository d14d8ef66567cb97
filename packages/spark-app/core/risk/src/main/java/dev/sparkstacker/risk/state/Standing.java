package dev.sparkstacker.risk.state;

import dev.sparkstacker.risk.breaker.Breaker;
import dev.sparkstacker.risk.breaker.DailyBudget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an entry stands with what risk remembers.
 *
 * @param kill the kill switch that covers it, or null
 * @param tripped the breaker that covers it and has tripped, or null
 * @param warned whether a breaker that covers it warns
 * @param budgets what may still be lost today, one for each daily limit that covers it
 * @param equityDoubt why the account's equity is not known, or null where it is
 */
public record Standing(
        @Nullable KillSwitch kill,
        @Nullable Breaker tripped,
        boolean warned,
        List<DailyBudget> budgets,
        @Nullable String equityDoubt) {}
