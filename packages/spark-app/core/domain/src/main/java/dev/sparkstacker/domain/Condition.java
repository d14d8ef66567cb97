package dev.sparkstacker.domain;

/**
 * One condition of a decision, with what it saw: the unit of every explanation.
 *
 * @param name what is judged, such as {@code crossover}
 * @param value what it was
 * @param threshold what it had to be
 * @param met whether it held
 * @param sinceMs venue time since when it stands so
 */
public record Condition(String name, String value, String threshold, boolean met, long sinceMs) {}
