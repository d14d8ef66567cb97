package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.OrderPolicy;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.TradingConfig;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import java.util.List;

/** What the engine works with before it was configured: nothing to trade and nothing allowed. */
final class Defaults {
    static final TradingConfig NOTHING = new TradingConfig(
            List.of(),
            List.of(),
            new OrderPolicy(Rate.ZERO, List.of(Rate.ZERO), 1_000, Rate.ZERO, 2_000, 500, 5_000, 2_000, 30_000, 5_000),
            new RiskConfig(Usd.ZERO, Usd.ZERO, 0, new Leverage(1)),
            UnknownPositionPolicy.HALT);

    private Defaults() {}
}
