package dev.sparkstacker.telemetry.watch;

import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.config.HedgeConfig;
import dev.sparkstacker.domain.config.LegConfig;
import dev.sparkstacker.domain.config.StrategyConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import org.jspecify.annotations.Nullable;

/** The configuration of legs by their names. */
record LegConfigs(TradingConfig trading) {
    /** The leg's account, margin and leverage, or null where the configuration knows no such leg. */
    @Nullable
    LegConfig of(LegId leg) {
        for (StrategyConfig strategy : trading.strategies()) {
            if (strategy.id().equals(leg.strategy())) {
                HedgeConfig hedge = strategy.hedge();
                return leg.role() == LegRole.MAIN ? strategy.main() : hedge == null ? null : hedge.leg();
            }
        }
        return null;
    }
}
