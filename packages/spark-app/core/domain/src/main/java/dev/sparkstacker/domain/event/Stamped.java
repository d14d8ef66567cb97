package dev.sparkstacker.domain.event;

/**
 * An event with its place in the one order of things.
 *
 * @param sequence its number, one more than the event before it, for ever; replay follows it
 * @param venueTimeMs venue time when the engine took it, never before that of the event before it
 * @param machineTimeMs machine time when the engine took it
 * @param event what happened
 */
public record Stamped(long sequence, long venueTimeMs, long machineTimeMs, Event event) {}
