package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Usd;

/**
 * Limits on what may be entered.
 *
 * @param maxPositionSize largest notional of one position
 * @param maxTotalExposure largest gross notional over all positions and working entries
 * @param maxConcurrentPositions most positions at once
 * @param minLeverage markets that offer less than this are not traded
 */
public record RiskConfig(Usd maxPositionSize, Usd maxTotalExposure, int maxConcurrentPositions, Leverage minLeverage) {}
