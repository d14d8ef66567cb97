package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.source.Origin;

/**
 * One setting as it counts.
 *
 * @param path {@code strategies[0].exits.stopPct}
 * @param text its value as canonical text; {@code ***} for a secret
 * @param origin who set it
 * @param inHash whether it decides what is traded
 */
public record EffectiveValue(String path, String text, Origin origin, boolean inHash) {}
