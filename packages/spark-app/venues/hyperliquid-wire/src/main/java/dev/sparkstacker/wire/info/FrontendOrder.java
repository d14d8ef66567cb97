package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.Side;
import dev.sparkstacker.wire.json.WriteNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order in full form.
 *
 * @param sz remaining size
 * @param timestamp unix ms
 * @param triggerCondition text such as {@code Price above 10.004}, or {@code N/A}
 * @param children orders that become live when this one fills
 * @param orderType {@code Limit}, {@code Market}, {@code Stop Market}, {@code Take Profit Limit}, ...
 * @param tif null for triggers
 */
public record FrontendOrder(
        String coin,
        Side side,
        BigDecimal limitPx,
        BigDecimal sz,
        long oid,
        long timestamp,
        String triggerCondition,
        boolean isTrigger,
        BigDecimal triggerPx,
        List<FrontendOrder> children,
        boolean isPositionTpsl,
        boolean reduceOnly,
        String orderType,
        BigDecimal origSz,
        @WriteNull @Nullable String tif,
        @WriteNull @Nullable String cloid) {}
