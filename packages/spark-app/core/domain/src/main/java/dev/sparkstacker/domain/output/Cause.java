package dev.sparkstacker.domain.output;

/**
 * Why an output exists.
 *
 * @param sequence the event that caused it
 * @param venueTimeMs venue time of that event
 * @param machineTimeMs machine time of that event
 * @param correlationId the decision it goes back to, {@code e<epoch>-<sequence>}
 */
public record Cause(long sequence, long venueTimeMs, long machineTimeMs, String correlationId) {}
