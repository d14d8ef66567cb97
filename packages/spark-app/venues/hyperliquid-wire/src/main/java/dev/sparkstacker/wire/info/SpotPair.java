package dev.sparkstacker.wire.info;

import java.util.List;

/**
 * A spot pair; its asset id is 10000 + index.
 *
 * @param tokens token indices: base, quote
 */
public record SpotPair(List<Integer> tokens, String name, int index, boolean isCanonical) {}
