package dev.sparkstacker.wire.info;

import java.math.BigDecimal;

/**
 * From which notional on (USD) which leverage is the largest.
 */
public record MarginTier(BigDecimal lowerBound, int maxLeverage) {}
