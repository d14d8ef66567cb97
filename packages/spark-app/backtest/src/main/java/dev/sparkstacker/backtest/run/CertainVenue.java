package dev.sparkstacker.backtest.run;

import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.TradingConfig;

/**
 * Fits a configuration to a venue in the same process, whose answers neither get lost nor come late: the engine compares
 * its books less often, and what counts as an old reading or a silent market is measured by that and by the bars.
 */
final class CertainVenue {
    private static final int PERIODS = 3;

    private CertainVenue() {}

    static TradingConfig fit(RunSettings settings) {
        TradingConfig trading = settings.trading();
        return new TradingConfig(
                trading.accounts(),
                trading.strategies(),
                orders(trading.orders(), settings.reconcileEveryMs()),
                risk(trading.risk(), settings),
                trading.unknownPositions());
    }

    private static OrderPolicy orders(OrderPolicy orders, long reconcileEveryMs) {
        return new OrderPolicy(
                orders.entrySlippageCap(),
                orders.exitSlippageCaps(),
                orders.exitStepMs(),
                orders.triggerBound(),
                orders.protectionTimeoutMs(),
                orders.protectionTimeoutMachineMs(),
                orders.expiresAfterMs(),
                orders.absentAfterMs(),
                Math.max(orders.reconcileEveryMs(), reconcileEveryMs),
                orders.maxBookAgeMs());
    }

    private static RiskConfig risk(RiskConfig risk, RunSettings settings) {
        BreakerPolicy breakers = risk.breakers();
        long barMs = settings.strategy().interval().millis();
        long periodsMs = PERIODS * Math.max(settings.reconcileEveryMs(), barMs);
        long equityAgeMs = Math.max(breakers.equity().maxAgeMs(), periodsMs);
        long silenceMs = Math.max(breakers.staleData().maxAgeMs(), periodsMs);
        return new RiskConfig(
                risk.limits(),
                risk.scoped(),
                new BreakerPolicy(
                        breakers.dailyLoss(),
                        breakers.drawdown(),
                        breakers.lossStreak(),
                        breakers.orderErrors(),
                        breakers.rateLimit(),
                        new BreakerPolicy.StaleData(breakers.staleData().rule(), silenceMs),
                        breakers.reconciliation(),
                        new BreakerPolicy.Equity(
                                breakers.equity().maxUnexplained(),
                                breakers.equity().alwaysBelieved(),
                                equityAgeMs)),
                risk.schedule());
    }
}
