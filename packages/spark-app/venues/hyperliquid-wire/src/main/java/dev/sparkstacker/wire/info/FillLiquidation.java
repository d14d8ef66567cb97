package dev.sparkstacker.wire.info;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a fill belongs to a liquidation.
 *
 * @param method {@code market} or {@code backstop}
 */
public record FillLiquidation(@Nullable String liquidatedUser, BigDecimal markPx, String method) {}
