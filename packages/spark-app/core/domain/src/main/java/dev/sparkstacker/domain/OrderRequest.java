package dev.sparkstacker.domain;

import org.jspecify.annotations.Nullable;

/**
 * An order as the product means it, before risk has approved it.
 *
 * @param id the client id, minted by the core
 * @param leg the leg it trades for
 * @param purpose why it exists
 * @param side buy or sell
 * @param size size in base units, whole lots
 * @param limit limit price, on a valid tick; for a trigger order the worst price after activation
 * @param timeInForce how long it works; trigger orders use {@link TimeInForce#GTC}
 * @param reduceOnly whether the venue may only reduce a position with it
 * @param trigger the activation condition, or null for a plain order
 */
public record OrderRequest(
        ClientOrderId id,
        LegId leg,
        OrderPurpose purpose,
        Side side,
        Quantity size,
        Price limit,
        TimeInForce timeInForce,
        boolean reduceOnly,
        @Nullable Trigger trigger) {
    public OrderRequest {
        if (size.isZero() || limit.isZero()) {
            throw new IllegalArgumentException("An order needs a size and a price: " + size + " @ " + limit);
        }
        if (purpose.reducesOnly() && !reduceOnly) {
            throw new IllegalArgumentException("An order with purpose " + purpose + " must be reduce-only");
        }
    }

    /** The market it trades in. */
    public MarketId market() {
        return leg.market();
    }
}
