package dev.sparkstacker.sandbox.price;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest bars of one market and interval: closed ones up to the venue's memory of 5,000, and the forming one. */
public final class CandleSeries {
    /** Closed bars kept; the venue remembers no more. */
    public static final int CAPACITY = 5_000;

    private final Interval interval;
    private final CandleBuilder builder;
    private final Deque<Bar> closed = new ArrayDeque<>();

    public CandleSeries(Interval interval) {
        this.interval = interval;
        this.builder = new CandleBuilder(interval.millis());
    }

    public Interval interval() {
        return interval;
    }

    /** Takes over older bars of one minute, aggregated to this interval. */
    public void seed(List<Bar> minutes) {
        Bar open = null;
        for (Bar minute : minutes) {
            long openTimeMs = interval.openTimeMs(minute.openTimeMs());
            if (open != null && open.openTimeMs() == openTimeMs) {
                open = merge(open, minute);
            } else {
                keep(open);
                open = at(openTimeMs, minute);
            }
        }
        keep(open);
    }

    /** Takes a print. */
    public void add(long timeMs, Price price, Quantity size) {
        keep(builder.add(timeMs, price.e8(), size.e8()));
    }

    /** The bar that is forming, or null before the first print. */
    public @Nullable Bar forming() {
        return builder.forming();
    }

    /** Bars whose open time lies in the range, oldest first, the forming one included. */
    public List<Bar> between(long fromMs, long toMs) {
        List<Bar> bars = new ArrayList<>();
        for (Bar bar : closed) {
            if (bar.openTimeMs() >= fromMs && bar.openTimeMs() <= toMs) {
                bars.add(bar);
            }
        }
        Bar last = forming();
        if (last != null && last.openTimeMs() >= fromMs && last.openTimeMs() <= toMs) {
            bars.add(last);
        }
        return bars;
    }

    private void keep(@Nullable Bar bar) {
        if (bar == null) {
            return;
        }
        Bar last = closed.peekLast();
        if (last != null && last.openTimeMs() == bar.openTimeMs()) {
            closed.removeLast();
            closed.addLast(merge(last, bar));
            return;
        }
        closed.addLast(bar);
        if (closed.size() > CAPACITY) {
            closed.removeFirst();
        }
    }

    private static Bar at(long openTimeMs, Bar bar) {
        return new Bar(openTimeMs, bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), bar.trades());
    }

    private static Bar merge(Bar first, Bar second) {
        Price high = first.high().compareTo(second.high()) >= 0 ? first.high() : second.high();
        Price low = first.low().compareTo(second.low()) <= 0 ? first.low() : second.low();
        return new Bar(
                first.openTimeMs(),
                first.open(),
                high,
                low,
                second.close(),
                first.volume().plus(second.volume()),
                first.trades() + second.trades());
    }
}
