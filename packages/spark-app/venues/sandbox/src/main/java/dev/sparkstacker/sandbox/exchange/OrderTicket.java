package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * An order as it was asked for, not yet checked.
 *
 * @param assetId the market's asset id
 * @param side buy or sell
 * @param limit limit price
 * @param size base units; zero only for a TP/SL of a whole position
 * @param reduceOnly whether it may only reduce
 * @param tif how long it works; ignored for trigger orders
 * @param trigger its activation condition, or null for a plain order
 * @param cloid the client's id, or null
 */
public record OrderTicket(
        int assetId,
        Side side,
        Price limit,
        Quantity size,
        boolean reduceOnly,
        Tif tif,
        @Nullable Trigger trigger,
        @Nullable ClientOrderId cloid) {
    OrderTicket withTif(Tif value) {
        return new OrderTicket(assetId, side, limit, size, reduceOnly, value, trigger, cloid);
    }
}
