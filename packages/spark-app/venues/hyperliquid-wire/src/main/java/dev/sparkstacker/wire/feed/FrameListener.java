package dev.sparkstacker.wire.feed;

import dev.sparkstacker.wire.Side;

/**
 * Told what a frame holds. Prices and sizes are fixed point, times 10^8; times are unix ms. A frame is checked completely before
 * the first callback, so nothing of a malformed frame is ever told.
 */
public interface FrameListener {
    /** In the place of a value that the venue left null. */
    long ABSENT = Long.MIN_VALUE;

    /** A full book; the sides are valid only during the call. */
    void onBook(String coin, long timeMs, BookSide bids, BookSide asks);

    /** Best bid and offer; each side has one level or, when nobody quotes, none. Valid only during the call. */
    void onBbo(String coin, long timeMs, BookSide bid, BookSide ask);

    /**
     * One print; a frame may hold several.
     *
     * @param side the aggressor's
     * @param tid unique together with time and coin
     */
    void onTrade(String coin, long timeMs, Side side, long priceE8, long sizeE8, long tid);

    /** A bar so far; volume is rounded to 8 decimals (the venue adds float noise to it). */
    void onCandle(
            String coin,
            String interval,
            long openMs,
            long closeMs,
            long openE8,
            long highE8,
            long lowE8,
            long closeE8,
            long volumeE8,
            long trades);

    /**
     * Context of a perp market.
     *
     * @param fundingE12 current hourly rate as a fraction, times 10^12
     * @param midE8 {@link #ABSENT} without a book
     * @param openInterestE8 base units, one side
     */
    void onAssetCtx(String coin, long markE8, long oracleE8, long midE8, long fundingE12, long openInterestE8);

    /** A frame of another channel, checked for being JSON only; read it with {@link dev.sparkstacker.wire.ws.WsMessage#read}. */
    void onOther(String channel);

    /** A frame that cannot be used. */
    void onFailure(FrameFailure failure);
}
