package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.hyperliquid.mapping.MarketMapping;
import dev.sparkstacker.wire.Side;
import dev.sparkstacker.wire.feed.BookSide;
import dev.sparkstacker.wire.feed.FrameFailure;
import dev.sparkstacker.wire.feed.FrameListener;
import java.util.function.Consumer;

/** Frames of the example's market to events, by the connector's own mapping. Anything else fails the measurement. */
final class FrameEvents implements FrameListener {
    private final Consumer<MarketEvent> sink;

    FrameEvents(Consumer<MarketEvent> sink) {
        this.sink = sink;
    }

    @Override
    public void onCandle(
            String coin,
            String interval,
            long openMs,
            long closeMs,
            long openE8,
            long highE8,
            long lowE8,
            long closeE8,
            long volumeE8,
            long trades) {
        try {
            MarketMapping.checkTimes(coin, Interval.M1, openMs, closeMs);
            sink.accept(new MarketEvent.CandleChanged(
                    Example.ETH,
                    Interval.M1,
                    MarketMapping.bar(coin, openMs, openE8, highE8, lowE8, closeE8, volumeE8, trades)));
        } catch (Impossible broken) {
            throw new IllegalStateException("The benchmark's own frame is refused", broken);
        }
    }

    @Override
    public void onBook(String coin, long timeMs, BookSide bids, BookSide asks) {
        throw unexpected("l2Book");
    }

    @Override
    public void onBbo(String coin, long timeMs, BookSide bid, BookSide ask) {
        throw unexpected("bbo");
    }

    @Override
    public void onTrade(String coin, long timeMs, Side side, long priceE8, long sizeE8, long tid) {
        throw unexpected("trades");
    }

    @Override
    public void onAssetCtx(String coin, long markE8, long oracleE8, long midE8, long fundingE12, long openInterestE8) {
        throw unexpected("activeAssetCtx");
    }

    @Override
    public void onOther(String channel) {
        throw unexpected(channel);
    }

    @Override
    public void onFailure(FrameFailure failure) {
        throw new IllegalStateException("The benchmark's own frame is refused: " + failure);
    }

    private static IllegalStateException unexpected(String channel) {
        return new IllegalStateException("No frame of " + channel + " was sent");
    }
}
