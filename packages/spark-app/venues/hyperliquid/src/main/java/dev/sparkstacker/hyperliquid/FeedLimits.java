package dev.sparkstacker.hyperliquid;

/**
 * When a market's feed is no longer trusted.
 *
 * @param staleAfterMs venue milliseconds without any frame of the market
 * @param staleAtLeastMs machine milliseconds without any frame, so that a fast venue clock does not call a pause of the
 *     machine a stale feed
 * @param offMarketBps how far the middle of bid and ask may lie from the mark price
 */
public record FeedLimits(long staleAfterMs, long staleAtLeastMs, int offMarketBps) {
    /** Stale after 15 s of venue time, at least 2 s of machine time; off market beyond 5 %. */
    public static final FeedLimits USUAL = new FeedLimits(15_000, 2_000, 500);

    public FeedLimits {
        if (staleAfterMs <= 0 || staleAtLeastMs < 0 || offMarketBps <= 0) {
            throw new IllegalArgumentException("Feed limits must be positive: " + staleAfterMs + " ms, "
                    + staleAtLeastMs + " ms, " + offMarketBps + " bps");
        }
    }
}
