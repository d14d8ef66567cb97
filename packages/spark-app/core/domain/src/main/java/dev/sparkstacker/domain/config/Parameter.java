package dev.sparkstacker.domain.config;

/**
 * One parameter of a strategy, as text; the strategy reads it into its own typed record.
 *
 * @param name the parameter's name
 * @param value its value
 */
public record Parameter(String name, String value) {}
