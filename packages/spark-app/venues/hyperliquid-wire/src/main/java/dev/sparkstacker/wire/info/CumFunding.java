package dev.sparkstacker.wire.info;

import java.math.BigDecimal;

/**
 * Funding paid so far (positive) in USD.
 */
public record CumFunding(BigDecimal allTime, BigDecimal sinceOpen, BigDecimal sinceChange) {}
