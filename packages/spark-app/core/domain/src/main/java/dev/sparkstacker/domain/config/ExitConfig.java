package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Rate;

/**
 * How a strategy's positions end, besides its own signals.
 *
 * @param stopDistance distance of the resting stop from the entry price, as a fraction
 * @param targetDistance distance of the resting target from the entry price, as a fraction
 * @param maxHoldMs longest time in a position, in venue milliseconds
 */
public record ExitConfig(Rate stopDistance, Rate targetDistance, long maxHoldMs) {}
