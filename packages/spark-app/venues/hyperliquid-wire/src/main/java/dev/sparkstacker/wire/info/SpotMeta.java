package dev.sparkstacker.wire.info;

import java.util.List;

/**
 * Spot pairs and tokens.
 */
public record SpotMeta(List<SpotPair> universe, List<SpotToken> tokens) {}
