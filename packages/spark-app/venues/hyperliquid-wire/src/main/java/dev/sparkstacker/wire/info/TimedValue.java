package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Tuple;
import java.math.BigDecimal;

/**
 * A value at a time (unix ms).
 */
@Tuple
public record TimedValue(long time, BigDecimal value) {}
