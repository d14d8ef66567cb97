package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.json.WriteNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Prices of a spot pair. */
public record SpotCtx(
        BigDecimal prevDayPx,
        BigDecimal dayNtlVlm,
        BigDecimal markPx,
        @WriteNull @Nullable BigDecimal midPx,
        BigDecimal circulatingSupply) {}
