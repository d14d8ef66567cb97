package dev.sparkstacker.domain.config;

import java.util.List;

/**
 * Everything the engine must know of the configuration.
 *
 * @param accounts the accounts it trades on
 * @param strategies the strategies it runs
 * @param orders how orders are worked
 * @param risk limits on entries
 * @param unknownPositions what to do with positions it did not open
 */
public record TradingConfig(
        List<AccountConfig> accounts,
        List<StrategyConfig> strategies,
        OrderPolicy orders,
        RiskConfig risk,
        UnknownPositionPolicy unknownPositions) {}
