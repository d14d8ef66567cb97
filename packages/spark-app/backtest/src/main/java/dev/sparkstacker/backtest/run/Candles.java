package dev.sparkstacker.backtest.run;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.event.MarketEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars of the strategy's interval as the venue would tell them, put together from finer bars or prints.
 *
 * <pre>
 *  warm-up bars, all ── closed bars, the newest few ── the forming bar
 *  └──────────── answers to readings of history ─────────┘
 * </pre>
 */
final class Candles {
    private static final int RECENT = 64;
    private static final long NOTHING = Long.MIN_VALUE;

    private final MarketId market;
    private final Interval interval;
    private final List<Bar> warmUp = new ArrayList<>();
    private final Deque<Bar> recent = new ArrayDeque<>();
    private long openTimeMs = NOTHING;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    /** The bar so far as it was last told, until it changes. */
    private @Nullable Bar told;

    Candles(MarketId market, Interval interval) {
        this.market = market;
        this.interval = interval;
    }

    /** Bars that closed before trading began. */
    List<Bar> warmUpBars() {
        return warmUp;
    }

    /** What was put together so far becomes the warm-up. */
    void endWarmUp() {
        warmUp.addAll(recent);
        if (openTimeMs != NOTHING) {
            warmUp.add(forming());
            openTimeMs = NOTHING;
        }
        recent.clear();
    }

    /** Adds a bar of the warm-up, finer or of the same length. */
    void warmUp(BarColumns bars, int index) {
        if (openTimeMs != NOTHING && interval.openTimeMs(bars.openTimeMs(index)) > openTimeMs) {
            warmUp.add(forming());
            openTimeMs = NOTHING;
        }
        add(bars, index);
    }

    /** Adds a bar, finer or of the same length. */
    void add(BarColumns bars, int index) {
        begin(bars.openTimeMs(index), bars.openE8(index));
        high = Math.max(high, bars.highE8(index));
        low = Math.min(low, bars.lowE8(index));
        close = bars.closeE8(index);
        volume = Math.addExact(volume, bars.volumeE8(index));
        told = null;
    }

    /** Adds a print. */
    void print(long timeMs, long price, long size) {
        begin(timeMs, price);
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        volume = Math.addExact(volume, size);
        told = null;
    }

    /** Whether an instant lies in another bar than the forming one. */
    boolean isNew(long timeMs) {
        return interval.openTimeMs(timeMs) != openTimeMs;
    }

    /** Begins the bar that holds an instant, closing the one before. */
    void begin(long timeMs, long price) {
        long opens = interval.openTimeMs(timeMs);
        if (opens == openTimeMs) {
            return;
        }
        if (openTimeMs != NOTHING) {
            recent.addLast(forming());
            if (recent.size() > RECENT) {
                recent.removeFirst();
            }
        }
        openTimeMs = opens;
        open = price;
        high = price;
        low = price;
        close = price;
        volume = 0;
        told = null;
    }

    boolean isForming() {
        return openTimeMs != NOTHING;
    }

    /** The bar so far. */
    Bar forming() {
        Bar bar = told;
        if (bar == null) {
            bar = new Bar(
                    openTimeMs,
                    new Price(open),
                    new Price(high),
                    new Price(low),
                    new Price(close),
                    new Quantity(volume),
                    1);
            told = bar;
        }
        return bar;
    }

    /** The forming bar as the venue's feed tells it. */
    MarketEvent.CandleChanged told() {
        return new MarketEvent.CandleChanged(market, interval, forming());
    }

    /** What the venue answers to a reading of history. */
    MarketEvent.CandlesRead read(long fromMs, long nowMs) {
        long closedBefore = interval.openTimeMs(nowMs);
        List<Bar> bars = new ArrayList<>();
        for (Bar bar : warmUp) {
            add(bars, bar, fromMs, closedBefore);
        }
        for (Bar bar : recent) {
            add(bars, bar, fromMs, closedBefore);
        }
        if (isForming()) {
            add(bars, forming(), fromMs, closedBefore);
        }
        return new MarketEvent.CandlesRead(market, interval, bars, closedBefore);
    }

    private static void add(List<Bar> bars, Bar bar, long fromMs, long closedBeforeMs) {
        if (bar.openTimeMs() >= fromMs && bar.openTimeMs() < closedBeforeMs) {
            bars.add(bar);
        }
    }
}
