package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Later;
import dev.sparkstacker.wire.json.WriteNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices and totals of one perp market.
 *
 * @param funding current hourly rate as a fraction
 * @param openInterest one side, in base units
 * @param premium relative premium over the oracle; null without a book
 * @param midPx null without a book
 * @param impactPxs impact bid and ask; null without a book
 */
public record AssetCtx(
        BigDecimal funding,
        BigDecimal openInterest,
        BigDecimal prevDayPx,
        BigDecimal dayNtlVlm,
        @WriteNull @Nullable BigDecimal premium,
        BigDecimal oraclePx,
        BigDecimal markPx,
        @WriteNull @Nullable BigDecimal midPx,
        @WriteNull @Nullable List<BigDecimal> impactPxs,
        @Later BigDecimal dayBaseVlm) {}
