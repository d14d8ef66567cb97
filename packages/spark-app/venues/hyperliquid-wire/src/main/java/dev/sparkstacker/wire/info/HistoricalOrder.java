package dev.sparkstacker.wire.info;

/**
 * An order with its last status.
 *
 * @param statusTimestamp unix ms
 */
public record HistoricalOrder(FrontendOrder order, OrderStatus status, long statusTimestamp) {}
