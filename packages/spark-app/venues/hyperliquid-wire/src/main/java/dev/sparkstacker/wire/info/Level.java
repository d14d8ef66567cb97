package dev.sparkstacker.wire.info;

import java.math.BigDecimal;

/**
 * One price level of a book.
 *
 * @param n number of orders
 */
public record Level(BigDecimal px, BigDecimal sz, int n) {}
