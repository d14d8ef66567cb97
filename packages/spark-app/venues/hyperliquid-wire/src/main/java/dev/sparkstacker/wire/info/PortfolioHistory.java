package dev.sparkstacker.wire.info;

import java.math.BigDecimal;
import java.util.List;

/**
 * Account value and result over time, USD.
 */
public record PortfolioHistory(List<TimedValue> accountValueHistory, List<TimedValue> pnlHistory, BigDecimal vlm) {}
