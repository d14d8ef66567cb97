package dev.sparkstacker.strategies.multi;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;

/** A value of a condition: a number, a price, or an indicator on a timeframe. */
final class Term {
    private final String text;
    private final Source source;
    private final TimeframeBars bars;
    private boolean ready;
    private boolean hasBefore;
    private double before;
    private double now;

    /** What computes the value. */
    interface Source {
        void update(double high, double low, double close, double volume);

        boolean isReady();

        double value();

        int warmUpBars();

        void save(StateSink sink);

        void load(StateSource source);
    }

    /** @param text as it was written, for people */
    Term(String text, Source source, TimeframeBars bars) {
        this.text = text;
        this.source = source;
        this.bars = bars;
    }

    /** Takes a closed bar of the strategy's own timeframe. */
    void update(Bar bar) {
        bars.add(bar, source::update);
        hasBefore = ready;
        before = now;
        ready = source.isReady();
        if (ready) {
            now = source.value();
        }
    }

    boolean isReady() {
        return ready;
    }

    boolean hasBefore() {
        return hasBefore;
    }

    double now() {
        return now;
    }

    /** One bar of the strategy's own timeframe before. */
    double before() {
        return before;
    }

    /** Bars of the strategy's own timeframe after which it surely is ready, wherever in a longer bar the first one lies. */
    int warmUpBars() {
        return source.warmUpBars() * bars.ratio() + bars.ratio() - 1;
    }

    void save(StateSink sink) {
        bars.save(sink);
        source.save(sink);
        sink.putInt((ready ? 1 : 0) + (hasBefore ? 2 : 0));
        sink.putDouble(before);
        sink.putDouble(now);
    }

    void load(StateSource state) {
        bars.load(state);
        source.load(state);
        int flags = state.getInt();
        ready = (flags & 1) != 0;
        hasBefore = (flags & 2) != 0;
        before = state.getDouble();
        now = state.getDouble();
    }

    @Override
    public String toString() {
        return text;
    }
}
