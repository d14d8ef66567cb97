package dev.sparkstacker.strategies.multi;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/**
 * Makes bars of a longer timeframe out of closed bars. A longer bar is handed on when the bar that ends it has closed, or when a later one
 * shows that it has ended; never before. The first one is left out unless it was seen from its beginning.
 *
 * <pre>
 *   base  |  .  .  .  |  .  .  x  |       x: the close of this bar ends the longer one, which is handed on with it
 *   longer|-----------|-----------|
 * </pre>
 */
final class TimeframeBars {
    private final Interval base;
    private final Interval interval;
    private boolean open;
    private boolean whole;
    private long openTimeMs;
    private double high;
    private double low;
    private double close;
    private double volume;
    private boolean first = true;

    /** Takes whole bars. */
    @FunctionalInterface
    interface Consumer {
        void accept(double high, double low, double close, double volume);
    }

    /** @throws IllegalArgumentException if the longer timeframe is no whole number of shorter ones */
    TimeframeBars(Interval base, Interval interval) {
        if (interval.millis() % base.millis() != 0) {
            throw new IllegalArgumentException(
                    interval.code() + " is no whole number of the strategy's " + base.code() + " bars");
        }
        this.base = base;
        this.interval = interval;
    }

    Interval interval() {
        return interval;
    }

    /** How many of the strategy's bars make one. */
    int ratio() {
        return (int) (interval.millis() / base.millis());
    }

    void add(Bar bar, Consumer consumer) {
        long bucketMs = interval.openTimeMs(bar.openTimeMs());
        if (open && bucketMs != openTimeMs) {
            finish(consumer);
        }
        if (open) {
            high = Math.max(high, bar.high().toDouble());
            low = Math.min(low, bar.low().toDouble());
            volume += bar.volume().toDouble();
        } else {
            begin(bar, bucketMs);
        }
        close = bar.close().toDouble();
        if (bar.openTimeMs() + base.millis() == openTimeMs + interval.millis()) {
            finish(consumer);
        }
    }

    private void begin(Bar bar, long bucketMs) {
        whole = !first || bar.openTimeMs() == bucketMs;
        first = false;
        open = true;
        openTimeMs = bucketMs;
        high = bar.high().toDouble();
        low = bar.low().toDouble();
        volume = bar.volume().toDouble();
    }

    private void finish(Consumer consumer) {
        open = false;
        if (whole) {
            consumer.accept(high, low, close, volume);
        }
    }

    void save(StateSink sink) {
        sink.putInt((open ? 1 : 0) + (whole ? 2 : 0) + (first ? 4 : 0));
        sink.putLong(openTimeMs);
        sink.putDouble(high);
        sink.putDouble(low);
        sink.putDouble(close);
        sink.putDouble(volume);
    }

    void load(StateSource source) {
        int flags = source.getInt();
        open = (flags & 1) != 0;
        whole = (flags & 2) != 0;
        first = (flags & 4) != 0;
        openTimeMs = source.getLong();
        high = source.getDouble();
        low = source.getDouble();
        close = source.getDouble();
        volume = source.getDouble();
    }
}
