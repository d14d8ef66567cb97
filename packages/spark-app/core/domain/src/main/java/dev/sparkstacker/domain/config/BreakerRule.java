package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Pct;

/**
 * How a kind of breaker behaves.
 *
 * @param action what follows when it trips
 * @param warnAt share of the limit from which on it warns
 * @param coolOffMs venue milliseconds after which it resets itself; 0 where only a person resets it
 */
public record BreakerRule(BreakerAction action, Pct warnAt, long coolOffMs) {}
