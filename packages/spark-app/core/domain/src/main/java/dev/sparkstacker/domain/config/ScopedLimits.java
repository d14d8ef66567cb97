package dev.sparkstacker.domain.config;

/**
 * Limits with what they hold for.
 *
 * @param scope what they hold for
 * @param limits the limits
 */
public record ScopedLimits(RiskScope scope, LimitSet limits) {}
