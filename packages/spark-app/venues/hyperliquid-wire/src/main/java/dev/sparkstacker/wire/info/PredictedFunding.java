package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Tuple;
import java.util.List;

/**
 * Predicted funding of one coin on several venues.
 */
@Tuple
public record PredictedFunding(String coin, List<VenueFunding> venues) {}
