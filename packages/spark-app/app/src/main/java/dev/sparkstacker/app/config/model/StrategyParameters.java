package dev.sparkstacker.app.config.model;

import dev.sparkstacker.domain.config.Parameter;
import java.util.List;

/**
 * A strategy's own parameters as its type specifies them.
 *
 * @param values every one of them, by name; what nobody set has its default
 */
public record StrategyParameters(List<Parameter> values) {}
