package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import java.util.Arrays;
import java.util.List;

/** Bars as columns, oldest first: what a million of them cost is what their numbers cost. */
public final class BarColumns {
    private final int size;
    private final long[] openTimesMs;
    private final long[] opens;
    private final long[] highs;
    private final long[] lows;
    private final long[] closes;
    private final long[] volumes;

    private BarColumns(Builder from) {
        size = from.size;
        openTimesMs = Arrays.copyOf(from.openTimesMs, size);
        opens = Arrays.copyOf(from.opens, size);
        highs = Arrays.copyOf(from.highs, size);
        lows = Arrays.copyOf(from.lows, size);
        closes = Arrays.copyOf(from.closes, size);
        volumes = Arrays.copyOf(from.volumes, size);
    }

    /** The columns of a list of bars. */
    public static BarColumns of(List<Bar> bars) {
        Builder columns = new Builder();
        bars.forEach(columns::add);
        return columns.build();
    }

    private BarColumns(BarColumns of, int from, int to) {
        size = to - from;
        openTimesMs = Arrays.copyOfRange(of.openTimesMs, from, to);
        opens = Arrays.copyOfRange(of.opens, from, to);
        highs = Arrays.copyOfRange(of.highs, from, to);
        lows = Arrays.copyOfRange(of.lows, from, to);
        closes = Arrays.copyOfRange(of.closes, from, to);
        volumes = Arrays.copyOfRange(of.volumes, from, to);
    }

    /** Some of them, from an index to another, exclusive; these columns themselves where that is all. */
    public BarColumns part(int from, int to) {
        return from == 0 && to == size ? this : new BarColumns(this, from, to);
    }

    public int size() {
        return size;
    }

    public long openTimeMs(int index) {
        return openTimesMs[index];
    }

    public Price open(int index) {
        return new Price(opens[index]);
    }

    public Price high(int index) {
        return new Price(highs[index]);
    }

    public Price low(int index) {
        return new Price(lows[index]);
    }

    public Price close(int index) {
        return new Price(closes[index]);
    }

    public Quantity volume(int index) {
        return new Quantity(volumes[index]);
    }

    /** In units of 10<sup>-8</sup>. */
    public long openE8(int index) {
        return opens[index];
    }

    /** In units of 10<sup>-8</sup>. */
    public long highE8(int index) {
        return highs[index];
    }

    /** In units of 10<sup>-8</sup>. */
    public long lowE8(int index) {
        return lows[index];
    }

    /** In units of 10<sup>-8</sup>. */
    public long closeE8(int index) {
        return closes[index];
    }

    /** In units of 10<sup>-8</sup>. */
    public long volumeE8(int index) {
        return volumes[index];
    }

    /** Row by row; the number of prints is not kept. */
    public Bar bar(int index) {
        return new Bar(openTimesMs[index], open(index), high(index), low(index), close(index), volume(index), 1);
    }

    /** Index of the last bar that opened at or before a time, or -1. */
    public int indexAt(long timeMs) {
        int found = Arrays.binarySearch(openTimesMs, timeMs);
        return found >= 0 ? found : -found - 2;
    }

    /** Grows columns bar by bar. */
    public static final class Builder {
        private static final int FIRST_CAPACITY = 1_024;

        private int size;
        private long[] openTimesMs = new long[FIRST_CAPACITY];
        private long[] opens = new long[FIRST_CAPACITY];
        private long[] highs = new long[FIRST_CAPACITY];
        private long[] lows = new long[FIRST_CAPACITY];
        private long[] closes = new long[FIRST_CAPACITY];
        private long[] volumes = new long[FIRST_CAPACITY];

        public void add(Bar bar) {
            add(
                    bar.openTimeMs(),
                    bar.open().e8(),
                    bar.high().e8(),
                    bar.low().e8(),
                    bar.close().e8(),
                    bar.volume().e8());
        }

        /** One row; prices and volume in units of 10<sup>-8</sup>. */
        public void add(long openTimeMs, long open, long high, long low, long close, long volume) {
            if (size == openTimesMs.length) {
                grow();
            }
            openTimesMs[size] = openTimeMs;
            opens[size] = open;
            highs[size] = high;
            lows[size] = low;
            closes[size] = close;
            volumes[size++] = volume;
        }

        public int size() {
            return size;
        }

        /** The columns so far. */
        public BarColumns build() {
            return new BarColumns(this);
        }

        private void grow() {
            int capacity = 2 * size;
            openTimesMs = Arrays.copyOf(openTimesMs, capacity);
            opens = Arrays.copyOf(opens, capacity);
            highs = Arrays.copyOf(highs, capacity);
            lows = Arrays.copyOf(lows, capacity);
            closes = Arrays.copyOf(closes, capacity);
            volumes = Arrays.copyOf(volumes, capacity);
        }
    }
}
