package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;
import java.util.List;

/**
 * Limits on what may be entered, and what follows when too much goes wrong.
 *
 * @param limits what holds for everything
 * @param scoped what holds besides for single accounts, strategies and markets
 * @param breakers how the breakers behave
 * @param schedule when entries are allowed; empty is always
 */
public record RiskConfig(
        LimitSet limits, List<ScopedLimits> scoped, BreakerPolicy breakers, List<TradingWindow> schedule) {
    /**
     * Limits on positions only.
     *
     * @param maxPositionSize largest notional of one position
     * @param maxTotalExposure largest gross notional over all positions and working entries
     * @param maxConcurrentPositions most positions at once
     * @param minLeverage markets that offer less than this are not traded
     */
    public RiskConfig(Usd maxPositionSize, Usd maxTotalExposure, int maxConcurrentPositions, Leverage minLeverage) {
        this(
                new LimitSet(
                        LimitSet.Orders.NONE,
                        new LimitSet.Positions(
                                maxPositionSize, maxTotalExposure, maxConcurrentPositions, minLeverage, null),
                        LimitSet.MarketQuality.NONE,
                        LimitSet.Losses.NONE),
                List.of(),
                BreakerPolicy.DEFAULT,
                List.of());
    }
}
