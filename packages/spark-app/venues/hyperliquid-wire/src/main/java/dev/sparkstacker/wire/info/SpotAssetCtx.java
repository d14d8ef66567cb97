package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Later;
import dev.sparkstacker.wire.json.WriteNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Prices and totals of one spot pair.
 */
public record SpotAssetCtx(
        BigDecimal prevDayPx,
        BigDecimal dayNtlVlm,
        BigDecimal markPx,
        @WriteNull @Nullable BigDecimal midPx,
        BigDecimal circulatingSupply,
        String coin,
        @Later BigDecimal totalSupply,
        @Later BigDecimal dayBaseVlm) {}
