package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.Side;
import dev.sparkstacker.wire.json.Later;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A resting order in short form; triggers look like limits here.
 *
 * @param sz remaining size
 * @param timestamp unix ms
 */
public record OpenOrder(
        String coin,
        Side side,
        BigDecimal limitPx,
        BigDecimal sz,
        long oid,
        @Later long timestamp,
        @Later BigDecimal origSz,
        @Nullable String cloid,
        @Nullable Boolean reduceOnly) {}
