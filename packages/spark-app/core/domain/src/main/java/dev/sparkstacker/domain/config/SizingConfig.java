package dev.sparkstacker.domain.config;

/**
 * How a leg is sized.
 *
 * @param method how large a position it wishes for
 * @param scaleByStrength whether the strength of the signal, 0 to 1, scales the wish
 */
public record SizingConfig(SizingMethod method, boolean scaleByStrength) {}
