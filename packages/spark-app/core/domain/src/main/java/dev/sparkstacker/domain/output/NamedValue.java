package dev.sparkstacker.domain.output;

/**
 * A value of an indicator, for people.
 *
 * @param name what it is
 * @param value what it was
 */
public record NamedValue(String name, double value) {}
