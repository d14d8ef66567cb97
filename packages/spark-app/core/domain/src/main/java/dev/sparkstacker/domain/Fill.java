package dev.sparkstacker.domain;

import org.jspecify.annotations.Nullable;

/**
 * One execution at the venue.
 *
 * @param tradeId the venue's trade id, unique only together with market and time
 * @param orderId the venue's order id
 * @param clientOrderId the client id, or null where the venue gave none (liquidation, a person's order)
 * @param market the market
 * @param side buy or sell
 * @param price execution price
 * @param size executed size
 * @param fee fee paid in USD, negative for a rebate
 * @param closedPnl the venue's gross profit of the closed part, without fee
 * @param startPosition the account's position before the fill
 * @param taker whether the order took liquidity
 * @param liquidation whether the fill is part of a liquidation
 * @param venueTimeMs venue time of the block
 */
public record Fill(
        long tradeId,
        long orderId,
        @Nullable ClientOrderId clientOrderId,
        MarketId market,
        Side side,
        Price price,
        Quantity size,
        Usd fee,
        Usd closedPnl,
        SignedQuantity startPosition,
        boolean taker,
        boolean liquidation,
        long venueTimeMs) {
    /** Price × size. */
    public Usd notional() {
        return price.times(size);
    }
}
