package dev.sparkstacker.domain;

import org.jspecify.annotations.Nullable;

/**
 * A net position as the venue reports it.
 *
 * @param market the market
 * @param size signed size
 * @param entryPrice size-weighted entry price
 * @param leverage the leverage in force
 * @param marginMode cross or isolated
 * @param marginUsed margin held for it
 * @param unrealizedPnl profit at the mark price
 * @param liquidationPrice the mark price that liquidates it, or null where none does
 */
public record VenuePosition(
        MarketId market,
        SignedQuantity size,
        Price entryPrice,
        Leverage leverage,
        MarginMode marginMode,
        Usd marginUsed,
        Usd unrealizedPnl,
        @Nullable Price liquidationPrice) {}
