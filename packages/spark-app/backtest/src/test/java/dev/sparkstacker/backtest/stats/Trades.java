package dev.sparkstacker.backtest.stats;

import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.ExitReason;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Trades made up for tests: each a minute long, one after the other, of 100 USD. */
final class Trades {
    static final long MINUTE_MS = 60_000;

    private Trades() {}

    /** Trades with these profits before a fee of one dollar each. */
    static List<TradeFact> of(double... gross) {
        List<TradeFact> trades = new ArrayList<>();
        for (int i = 0; i < gross.length; i++) {
            trades.add(trade(LegRole.MAIN, Side.BUY, i, gross[i]));
        }
        return trades;
    }

    static TradeFact trade(LegRole role, Side side, int minute, double gross) {
        return new TradeFact(
                "ETH",
                role,
                side,
                "crossover",
                gross > 0 ? ExitReason.TAKE_PROFIT : ExitReason.STOP_LOSS,
                minute * MINUTE_MS,
                (minute + 1) * MINUTE_MS,
                100,
                gross,
                1,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Math.max(-gross, 0),
                Math.max(gross, 0));
    }

    static TradeFact withFunding(TradeFact trade, double funding) {
        return new TradeFact(
                trade.market(),
                trade.role(),
                trade.side(),
                trade.signal(),
                trade.exit(),
                trade.openedMs(),
                trade.closedMs(),
                trade.entryNotional(),
                trade.grossPnl(),
                trade.fees(),
                funding,
                trade.entrySlippage(),
                trade.exitSlippage(),
                trade.adverseExcursion(),
                trade.favourableExcursion());
    }
}
