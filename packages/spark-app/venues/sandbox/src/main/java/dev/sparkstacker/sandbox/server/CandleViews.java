package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.price.CandleStore;
import dev.sparkstacker.wire.info.Candle;
import dev.sparkstacker.wire.info.CandleRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bars in the venue's shapes. Used on the exchange's thread only. */
final class CandleViews {
    private static final int MAX_CANDLES = 5_000;

    private final Map<MarketId, CandleStore> stores;

    CandleViews(Map<MarketId, CandleStore> stores) {
        this.stores = stores;
    }

    /** Bars of a range; empty for an interval that the venue does not have. */
    Optional<List<Candle>> range(@Nullable Market market, CandleRange range) {
        Long end = range.endTime();
        long toMs = end == null ? Long.MAX_VALUE : end;
        Optional<Interval> interval = Interval.byCode(range.interval());
        if (interval.isPresent()) {
            return Optional.of(market == null ? List.of() : range(market, interval.get(), range.startTime(), toMs));
        }
        return LongInterval.byCode(range.interval())
                .map(longer -> market == null ? List.of() : range(market, longer, range.startTime(), toMs));
    }

    /** Bars of a range, at most the newest 5,000. */
    private List<Candle> range(Market market, Interval interval, long fromMs, long toMs) {
        return store(market).bars(interval, fromMs, toMs, MAX_CANDLES).stream()
                .map(bar -> candle(market, interval, bar))
                .toList();
    }

    /** Bars of a range of a longer interval. */
    private List<Candle> range(Market market, LongInterval interval, long fromMs, long toMs) {
        List<Bar> days = store(market).bars(Interval.D1, 0, Long.MAX_VALUE, Integer.MAX_VALUE);
        return interval.aggregate(days).stream()
                .filter(bar -> bar.openTimeMs() >= fromMs && bar.openTimeMs() <= toMs)
                .map(bar -> candle(market, interval.code(), interval.closeTimeMs(bar.openTimeMs()), bar))
                .toList();
    }

    /** The newest bar, or null before the first print. */
    @Nullable
    Candle last(Market market, Interval interval) {
        Bar bar = store(market).last(interval);
        return bar == null ? null : candle(market, interval, bar);
    }

    CandleStore store(Market market) {
        CandleStore store = stores.get(market.id());
        if (store == null) {
            throw new IllegalStateException("No candles for " + market.id());
        }
        return store;
    }

    private static Candle candle(Market market, Interval interval, Bar bar) {
        return candle(market, interval.code(), bar.openTimeMs() + interval.millis() - 1, bar);
    }

    private static Candle candle(Market market, String interval, long closeTimeMs, Bar bar) {
        return new Candle(
                bar.openTimeMs(),
                closeTimeMs,
                market.id().coin(),
                interval,
                Decimals.of(bar.open()),
                Decimals.of(bar.close()),
                Decimals.of(bar.high()),
                Decimals.of(bar.low()),
                Decimals.of(bar.volume()),
                bar.trades());
    }
}
