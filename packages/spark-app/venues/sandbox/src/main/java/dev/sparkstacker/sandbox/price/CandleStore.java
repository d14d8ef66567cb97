package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One market's candles. One-minute bars are kept, the newest 50,000; longer intervals are put together from them when
 * asked for. A minute without trades has no bar.
 */
public final class CandleStore {
    private static final int KEPT = 50_000;
    private static final int SLACK = 5_000;

    private final List<Bar> closed = new ArrayList<>();
    private @Nullable Builder forming;

    /** Open time of the newest bar that was put in as a whole. */
    private long wholeMs = -1;

    /** Puts a bar together from prints. */
    private static final class Builder {
        private final long openTimeMs;
        private final Price open;
        private Price high;
        private Price low;
        private Price close;
        private long volumeE8;
        private long trades;

        Builder(long openTimeMs, Price price) {
            this.openTimeMs = openTimeMs;
            this.open = price;
            this.high = price;
            this.low = price;
            this.close = price;
        }

        Builder(Bar bar, long openTimeMs) {
            this(openTimeMs, bar.open());
            add(bar);
        }

        void print(Price price, Quantity size) {
            high = price.compareTo(high) > 0 ? price : high;
            low = price.compareTo(low) < 0 ? price : low;
            close = price;
            volumeE8 = Math.addExact(volumeE8, size.e8());
            trades++;
        }

        void add(Bar bar) {
            high = bar.high().compareTo(high) > 0 ? bar.high() : high;
            low = bar.low().compareTo(low) < 0 ? bar.low() : low;
            close = bar.close();
            volumeE8 = Math.addExact(volumeE8, bar.volume().e8());
            trades += bar.trades();
        }

        Bar bar() {
            return new Bar(openTimeMs, open, high, low, close, new Quantity(volumeE8), trades);
        }
    }

    /** Adds a closed one-minute bar of the past. @throws IllegalArgumentException if it is not newer than the last */
    public void addClosed(Bar bar) {
        if (!closed.isEmpty() && closed.getLast().openTimeMs() >= bar.openTimeMs()) {
            throw new IllegalArgumentException("Bars must ascend: " + bar.openTimeMs());
        }
        closed.add(bar);
        if (closed.size() >= KEPT + SLACK) {
            closed.subList(0, SLACK).clear();
        }
    }

    /** Puts in a closed one-minute bar that is known as a whole, in place of what prints made of that minute. */
    public void put(Bar bar) {
        Builder current = forming;
        if (current != null && current.openTimeMs <= bar.openTimeMs()) {
            addClosed(current.bar());
            forming = null;
        }
        wholeMs = Math.max(wholeMs, bar.openTimeMs());
        int index = indexFrom(bar.openTimeMs());
        if (index < closed.size() && closed.get(index).openTimeMs() == bar.openTimeMs()) {
            closed.set(index, bar);
        } else {
            closed.add(index, bar);
        }
    }

    /** Adds a print. One of a minute before the forming one comes too late: that bar must be put in as a whole. */
    public void onTrade(long timeMs, Price price, Quantity size) {
        long openTime = Interval.M1.openTimeMs(timeMs);
        Builder current = forming;
        if (openTime <= wholeMs || (current != null && openTime < current.openTimeMs)) {
            return;
        }
        if (current == null || current.openTimeMs < openTime) {
            if (current != null) {
                addClosed(current.bar());
            }
            current = begin(openTime, price);
            forming = current;
        }
        current.print(price, size);
    }

    /** A minute whose first prints lie in the history goes on from there. */
    private Builder begin(long openTimeMs, Price price) {
        if (!closed.isEmpty() && closed.getLast().openTimeMs() == openTimeMs) {
            return new Builder(closed.removeLast(), openTimeMs);
        }
        return new Builder(openTimeMs, price);
    }

    /** The newest bar of an interval, formed or forming, or null before the first trade. */
    public @Nullable Bar last(Interval interval) {
        Builder current = forming;
        if (current == null && closed.isEmpty()) {
            return null;
        }
        long newest = current == null ? closed.getLast().openTimeMs() : current.openTimeMs;
        long openTime = interval.openTimeMs(newest);
        if (interval == Interval.M1) {
            return current == null ? closed.getLast() : current.bar();
        }
        List<Bar> one = bars(interval, openTime, Long.MAX_VALUE, 1);
        return one.isEmpty() ? null : one.getLast();
    }

    /**
     * Bars whose open time lies in a range, the forming one included, oldest first.
     *
     * @param fromMs least open time
     * @param toMs greatest open time
     * @param atMost how many of the newest
     */
    public List<Bar> bars(Interval interval, long fromMs, long toMs, int atMost) {
        List<Bar> result = new ArrayList<>();
        Builder building = null;
        int start = indexFrom(interval.openTimeMs(Math.max(fromMs, 0)));
        int count = closed.size() + (forming == null ? 0 : 1);
        for (int i = start; i < count; i++) {
            Builder current = forming;
            Bar minute = i < closed.size() || current == null ? closed.get(i) : current.bar();
            long openTime = interval.openTimeMs(minute.openTimeMs());
            if (openTime < fromMs) {
                continue;
            }
            if (openTime > toMs) {
                break;
            }
            if (building != null && building.openTimeMs == openTime) {
                building.add(minute);
            } else {
                if (building != null) {
                    result.add(building.bar());
                }
                building = new Builder(minute, openTime);
            }
        }
        if (building != null) {
            result.add(building.bar());
        }
        return result.size() <= atMost ? result : List.copyOf(result.subList(result.size() - atMost, result.size()));
    }

    private int indexFrom(long openTimeMs) {
        int low = 0;
        int high = closed.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (closed.get(middle).openTimeMs() < openTimeMs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
