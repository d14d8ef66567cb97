package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * Predicted funding on one venue, null where it has no such market.
 */
@Tuple
public record VenueFunding(String venue, @Nullable PredictedRate rate) {}
