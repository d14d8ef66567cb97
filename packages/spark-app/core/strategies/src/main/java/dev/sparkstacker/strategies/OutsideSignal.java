package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.event.SignalAction;

/**
 * What somebody outside told a strategy.
 *
 * @param id the sender's name for it
 * @param action what it asks for
 * @param ageMs how long ago it was sent, negative where the sender's clock is ahead
 * @param nowMs machine time
 */
public record OutsideSignal(String id, SignalAction action, long ageMs, long nowMs) {}
