package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.Side;
import java.math.BigDecimal;

/**
 * How far a TWAP order has come.
 *
 * @param timestamp when it was placed, unix ms
 */
public record TwapState(
        String coin,
        String user,
        Side side,
        BigDecimal sz,
        BigDecimal executedSz,
        BigDecimal executedNtl,
        int minutes,
        boolean reduceOnly,
        boolean randomize,
        long timestamp) {}
