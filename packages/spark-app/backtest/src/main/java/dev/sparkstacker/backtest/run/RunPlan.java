package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.rules.MarketTable;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.sandbox.exchange.VenueRules;
import dev.sparkstacker.strategies.Strategies;
import dev.sparkstacker.strategies.StrategyType;
import java.util.Optional;
import java.util.function.Function;

/**
 * A run made ready: what both paths through the data share.
 *
 * @param trading the engine's configuration, fitted to a venue whose answers are certain
 * @param startMs when trading begins; everything before only warms up
 * @param endMs when it ends
 * @param strategies finds strategy types by name
 */
record RunPlan(
        RunSettings settings,
        TradingConfig trading,
        Instrument instrument,
        VenueRules venueRules,
        long startMs,
        long endMs,
        Function<String, Optional<StrategyType>> strategies) {
    private static final long NO_BUDGET = Long.MAX_VALUE / 4;

    static RunPlan of(
            RunSettings settings, long startMs, long endMs, Function<String, Optional<StrategyType>> strategies) {
        VenueRules rules = VenueRules.venue()
                .withRequestBudget(NO_BUDGET)
                .withLatencyMs(settings.latencyMs())
                .withMinNotional(settings.rules().minNotional())
                .withFees(settings.rules().takerFee(), settings.rules().makerFee());
        return new RunPlan(
                settings,
                CertainVenue.fit(settings),
                MarketTable.instrument(settings.rules()),
                rules,
                startMs,
                endMs,
                strategies);
    }

    /** With the strategies the product ships. */
    static RunPlan of(RunSettings settings, long startMs, long endMs) {
        return of(settings, startMs, endMs, Strategies::byName);
    }

    MarketId market() {
        return instrument.market();
    }

    Interval interval() {
        return settings.strategy().interval();
    }

    Optional<StrategyType> types(String name) {
        return strategies.apply(name).map(WatchedType::new);
    }
}
