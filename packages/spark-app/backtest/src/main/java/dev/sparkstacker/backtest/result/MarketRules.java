package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;

/**
 * The rules that held at the simulated venue.
 *
 * @param source where they come from, with their date
 * @param szDecimals decimals of a size
 * @param maxLeverage highest leverage the venue allows
 * @param minNotional least value of an order
 */
public record MarketRules(
        MarketId market,
        String source,
        int szDecimals,
        int maxLeverage,
        boolean isolatedOnly,
        Usd minNotional,
        Rate takerFee,
        Rate makerFee) {}
