package dev.sparkstacker.wire.info;

import java.math.BigDecimal;

/**
 * Totals in USD.
 *
 * @param totalRawUsd cash net of cost basis, negative for a leveraged long
 */
public record MarginSummary(
        BigDecimal accountValue, BigDecimal totalNtlPos, BigDecimal totalRawUsd, BigDecimal totalMarginUsed) {}
