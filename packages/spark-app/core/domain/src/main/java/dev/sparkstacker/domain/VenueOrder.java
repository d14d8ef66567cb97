package dev.sparkstacker.domain;

import org.jspecify.annotations.Nullable;

/**
 * An open order as the venue reports it.
 *
 * @param orderId the venue's order id
 * @param clientOrderId the client id, or null where it has none
 * @param market the market
 * @param side buy or sell
 * @param limit limit price
 * @param remaining size not yet filled
 * @param original size as placed
 * @param reduceOnly whether it only reduces
 * @param trigger its activation condition, or null for a plain order
 * @param venueTimeMs when it was placed
 */
public record VenueOrder(
        long orderId,
        @Nullable ClientOrderId clientOrderId,
        MarketId market,
        Side side,
        Price limit,
        Quantity remaining,
        Quantity original,
        boolean reduceOnly,
        @Nullable Trigger trigger,
        long venueTimeMs) {}
