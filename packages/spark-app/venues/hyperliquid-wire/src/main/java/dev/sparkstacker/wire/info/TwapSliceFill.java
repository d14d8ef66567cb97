package dev.sparkstacker.wire.info;

/**
 * A fill of a TWAP order.
 */
public record TwapSliceFill(Fill fill, long twapId) {}
