package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import org.jspecify.annotations.Nullable;

/**
 * The limits of one scope; what is null is not limited there. Every scope that covers an entry holds for it: a looser
 * inner limit loosens nothing.
 *
 * @param orders on single orders and their rate
 * @param positions on what is held
 * @param market on the book an entry takes from
 * @param losses on what may be lost
 */
public record LimitSet(Orders orders, Positions positions, MarketQuality market, Losses losses) {
    /** No limit at all. */
    public static final LimitSet NONE = new LimitSet(Orders.NONE, Positions.NONE, MarketQuality.NONE, Losses.NONE);

    /**
     * Limits on orders that enter.
     *
     * @param minSize least notional worth an order
     * @param maxSize largest notional of one order
     * @param maxPerMinute most entries within a minute
     * @param priceCollar how far from the mark price the order's limit price may lie
     */
    public record Orders(
            @Nullable Usd minSize,
            @Nullable Usd maxSize,
            @Nullable Integer maxPerMinute,
            @Nullable Pct priceCollar) {
        public static final Orders NONE = new Orders(null, null, null, null);
    }

    /**
     * Limits on what is held.
     *
     * @param maxSize largest notional of one position
     * @param maxExposure largest gross notional
     * @param maxConcurrent most positions at once
     * @param minOfferedLeverage markets that offer less than this are not traded
     * @param maxLeverage highest leverage to trade with
     */
    public record Positions(
            @Nullable Usd maxSize,
            @Nullable Usd maxExposure,
            @Nullable Integer maxConcurrent,
            @Nullable Leverage minOfferedLeverage,
            @Nullable Leverage maxLeverage) {
        public static final Positions NONE = new Positions(null, null, null, null, null);
    }

    /**
     * Limits on the book an entry takes from.
     *
     * @param minDepth least value on the side taken within the slippage threshold of mid
     * @param maxSpread widest spread, of mid
     * @param maxSlippage the slippage threshold: how far from mid the average price may lie
     */
    public record MarketQuality(
            @Nullable Usd minDepth,
            @Nullable Pct maxSpread,
            @Nullable Pct maxSlippage) {
        public static final MarketQuality NONE = new MarketQuality(null, null, null);
    }

    /**
     * Limits on losses; each trips a breaker of its own.
     *
     * @param daily loss of one UTC day
     * @param drawdown fall from the peak
     * @param maxStreak round trips in a row that lost
     */
    public record Losses(
            @Nullable LossLimit daily,
            @Nullable LossLimit drawdown,
            @Nullable Integer maxStreak) {
        public static final Losses NONE = new Losses(null, null, null);
    }
}
