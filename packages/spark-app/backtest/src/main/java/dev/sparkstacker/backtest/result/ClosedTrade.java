package dev.sparkstacker.backtest.result;

import dev.sparkstacker.backtest.stats.TradeFact;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.ExitReason;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One round trip of one leg.
 *
 * @param number from 1, in the order in which they closed
 * @param side of the entry
 * @param size that was entered, all entry fills together
 * @param entryPrice average price of its entry fills
 * @param exitPrice average price of its exit fills
 * @param decidedAtMs when the bar closed on which the entry was decided
 * @param decisionPrice mark price at that moment, or null where it is not known
 * @param signal what made it enter, such as {@code crossover up}
 * @param exit why it ended
 * @param fees paid
 * @param funding received, negative where paid
 * @param entrySlippage lost between the decision's price and the entry's, negative where won; null without a decision price
 * @param exitSlippage lost by its exit fills against the trigger of their stop or target, or the mark price when their order
 *     was sent, negative where won; null where neither is known
 * @param adverse worst unrealised loss while open, zero or more (MAE)
 * @param favourable best unrealised profit while open, zero or more (MFE)
 * @param fills executions of entry and exit
 * @param guards the stops and targets it rested with, in time order
 */
public record ClosedTrade(
        int number,
        LegId leg,
        AccountId account,
        Side side,
        Quantity size,
        Price entryPrice,
        Price exitPrice,
        long decidedAtMs,
        @Nullable Price decisionPrice,
        long openedAtMs,
        long closedAtMs,
        String signal,
        ExitReason exit,
        Usd grossPnl,
        Usd fees,
        Usd funding,
        Usd netPnl,
        @Nullable Usd entrySlippage,
        @Nullable Usd exitSlippage,
        Usd adverse,
        Usd favourable,
        int fills,
        List<Guarded> guards) {
    public ClosedTrade {
        guards = List.copyOf(guards);
    }

    /**
     * A stop and a target, from a time on.
     *
     * @param stop or null where none rested
     * @param target or null where none rested
     */
    public record Guarded(
            long fromMs, @Nullable Price stop, @Nullable Price target) {}

    /** What it was worth at entry. */
    public Usd entryNotional() {
        return entryPrice.times(size);
    }

    /** The same for statistics. */
    public TradeFact fact() {
        return new TradeFact(
                leg.market().symbol(),
                leg.role(),
                side,
                signal,
                exit,
                openedAtMs,
                closedAtMs,
                dollars(entryNotional()),
                dollars(grossPnl),
                dollars(fees),
                dollars(funding),
                known(entrySlippage),
                known(exitSlippage),
                dollars(adverse),
                dollars(favourable));
    }

    private static OptionalDouble known(@Nullable Usd amount) {
        return amount == null ? OptionalDouble.empty() : OptionalDouble.of(dollars(amount));
    }

    private static double dollars(Usd amount) {
        return (double) amount.e8() / FixedPoint.ONE;
    }
}
