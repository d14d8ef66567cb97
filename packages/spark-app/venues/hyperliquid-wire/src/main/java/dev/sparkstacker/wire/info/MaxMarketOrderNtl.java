package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Tuple;
import java.math.BigDecimal;

/**
 * Largest market order by the market's maximum leverage.
 *
 * @param ntl USD
 */
@Tuple
public record MaxMarketOrderNtl(int maxLeverage, BigDecimal ntl) {}
