package dev.sparkstacker.backtest.stats;

import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.ExitReason;
import java.util.OptionalDouble;

/**
 * A closed trade as statistics see it; money in USD.
 *
 * @param side of the entry
 * @param signal what the strategy called its reason to enter
 * @param grossPnl price difference only
 * @param fees paid, positive
 * @param funding received, negative where paid
 * @param entrySlippage lost between the price at the decision and the entry, positive; empty where that price is not known
 * @param exitSlippage the same for the exit, from the price that decided or triggered it
 * @param adverseExcursion worst unrealised loss while open, positive (MAE)
 * @param favourableExcursion best unrealised profit while open (MFE)
 */
public record TradeFact(
        String market,
        LegRole role,
        Side side,
        String signal,
        ExitReason exit,
        long openedMs,
        long closedMs,
        double entryNotional,
        double grossPnl,
        double fees,
        double funding,
        OptionalDouble entrySlippage,
        OptionalDouble exitSlippage,
        double adverseExcursion,
        double favourableExcursion) {

    public double netPnl() {
        return grossPnl - fees + funding;
    }

    public long durationMs() {
        return closedMs - openedMs;
    }

    public boolean won() {
        return netPnl() > 0;
    }
}
