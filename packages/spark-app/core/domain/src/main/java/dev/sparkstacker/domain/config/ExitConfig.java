package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Rate;

/**
 * How a strategy's positions end, besides its own signals, and how long it then waits.
 *
 * @param stopDistance distance of the resting stop from the entry price, as a fraction
 * @param targetDistance distance of the resting target from the entry price, as a fraction
 * @param maxHoldMs longest time in a position, in venue milliseconds
 * @param cooldownBars bars of the strategy's interval without an entry after a stop-out; 0 is none
 */
public record ExitConfig(Rate stopDistance, Rate targetDistance, long maxHoldMs, int cooldownBars) {
    /** Exits without a cooldown. */
    public ExitConfig(Rate stopDistance, Rate targetDistance, long maxHoldMs) {
        this(stopDistance, targetDistance, maxHoldMs, 0);
    }
}
