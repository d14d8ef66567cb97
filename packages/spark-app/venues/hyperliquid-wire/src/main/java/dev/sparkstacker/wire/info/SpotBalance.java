package dev.sparkstacker.wire.info;

import java.math.BigDecimal;

/**
 * One token's balance.
 *
 * @param token token index
 * @param hold part of total that open orders hold
 * @param entryNtl cost basis, USD
 */
public record SpotBalance(String coin, int token, BigDecimal total, BigDecimal hold, BigDecimal entryNtl) {}
