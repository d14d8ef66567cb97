package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The first of other columns, without copying them. */
    private BarColumns(BarColumns other, int size) {
        this.size = size;
        openTimesMs = other.openTimesMs;
        opens = other.opens;
        highs = other.highs;
        lows = other.lows;
        closes = other.closes;
        volumes = other.volumes;
    }

    /** The columns of a list of bars. */
    public static BarColumns of(List<Bar> bars) {
        Builder columns = new Builder();
        bars.forEach(columns::add);
        return columns.build();
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

    private boolean isRow(int index, long openTimeMs, long open, long high, long low, long close, long volume) {
        return index < size()
                && openTimesMs[index] == openTimeMs
                && opens[index] == open
                && highs[index] == high
                && lows[index] == low
                && closes[index] == close
                && volumes[index] == volume;
    }

    /** Index of the last bar that opened at or before a time, or -1. */
    public int indexAt(long timeMs) {
        int found = Arrays.binarySearch(openTimesMs, 0, size, timeMs);
        return found >= 0 ? found : -found - 2;
    }

    /** Grows columns bar by bar. */
    public static final class Builder {
        private static final int FIRST_CAPACITY = 1_024;
        private static final long[] NONE = {};

        private @Nullable BarColumns expected;
        private int size;
        private long[] openTimesMs;
        private long[] opens;
        private long[] highs;
        private long[] lows;
        private long[] closes;
        private long[] volumes;

        /** Nothing yet. */
        public Builder() {
            openTimesMs = new long[FIRST_CAPACITY];
            opens = new long[FIRST_CAPACITY];
            highs = new long[FIRST_CAPACITY];
            lows = new long[FIRST_CAPACITY];
            closes = new long[FIRST_CAPACITY];
            volumes = new long[FIRST_CAPACITY];
        }

        /** Nothing yet, and room only for rows that are not those of other columns: what repeats them is shared with them. */
        public Builder(BarColumns expected) {
            this.expected = expected;
            openTimesMs = NONE;
            opens = NONE;
            highs = NONE;
            lows = NONE;
            closes = NONE;
            volumes = NONE;
        }

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
            if (expected != null) {
                if (expected.isRow(size, openTimeMs, open, high, low, close, volume)) {
                    size++;
                    return;
                }
                part(expected, 2 * size + FIRST_CAPACITY);
            }
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
            if (expected != null) {
                return size == expected.size() ? expected : new BarColumns(expected, size);
            }
            return new BarColumns(this);
        }

        /** Goes its own way from here. */
        private void part(BarColumns shared, int capacity) {
            openTimesMs = start(shared.openTimesMs, capacity);
            opens = start(shared.opens, capacity);
            highs = start(shared.highs, capacity);
            lows = start(shared.lows, capacity);
            closes = start(shared.closes, capacity);
            volumes = start(shared.volumes, capacity);
            expected = null;
        }

        private long[] start(long[] shared, int capacity) {
            long[] column = new long[capacity];
            System.arraycopy(shared, 0, column, 0, size);
            return column;
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
