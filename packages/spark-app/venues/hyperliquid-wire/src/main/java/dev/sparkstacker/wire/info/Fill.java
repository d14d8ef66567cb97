package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.Side;
import dev.sparkstacker.wire.json.Later;
import dev.sparkstacker.wire.json.WriteNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One execution.
 *
 * @param time block time, unix ms
 * @param startPosition signed position before it
 * @param dir display text; derive state from side and startPosition instead
 * @param closedPnl price result of the closed part, without fee
 * @param crossed true for the taker
 * @param fee in feeToken, including builderFee; negative for a rebate
 * @param tid unique together with time and coin
 */
public record Fill(
        String coin,
        BigDecimal px,
        BigDecimal sz,
        Side side,
        long time,
        BigDecimal startPosition,
        String dir,
        BigDecimal closedPnl,
        String hash,
        long oid,
        boolean crossed,
        BigDecimal fee,
        @Later long tid,
        @Nullable String cloid,
        @Nullable BigDecimal builderFee,
        @Nullable FillLiquidation liquidation,
        @Later String feeToken,
        @WriteNull @Nullable Long twapId) {}
