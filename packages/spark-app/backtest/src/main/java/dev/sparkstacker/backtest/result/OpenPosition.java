package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;

/**
 * What was still held when the data ended. It is part of the equity, not of the trades.
 *
 * @param mark the last mark price
 * @param unrealizedPnl price difference only, at that mark
 */
public record OpenPosition(
        LegId leg,
        AccountId account,
        SignedQuantity size,
        Price entryPrice,
        Price mark,
        Usd unrealizedPnl,
        long openedAtMs) {}
