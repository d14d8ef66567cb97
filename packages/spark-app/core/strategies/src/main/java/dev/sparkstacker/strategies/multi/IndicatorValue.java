package dev.sparkstacker.strategies.multi;

import dev.sparkstacker.indicators.Indicator;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import java.util.function.ToDoubleFunction;

/** One output of an indicator. */
final class IndicatorValue<I extends Indicator> implements Term.Source {
    private final I indicator;
    private final Feed<I> feed;
    private final ToDoubleFunction<I> output;

    /** Hands a bar to an indicator. */
    @FunctionalInterface
    interface Feed<I> {
        void update(I indicator, double high, double low, double close, double volume);
    }

    IndicatorValue(I indicator, Feed<I> feed, ToDoubleFunction<I> output) {
        this.indicator = indicator;
        this.feed = feed;
        this.output = output;
    }

    @Override
    public void update(double high, double low, double close, double volume) {
        feed.update(indicator, high, low, close, volume);
    }

    @Override
    public boolean isReady() {
        return indicator.isReady();
    }

    @Override
    public double value() {
        return output.applyAsDouble(indicator);
    }

    @Override
    public int warmUpBars() {
        return indicator.warmUpBars();
    }

    @Override
    public void save(StateSink sink) {
        indicator.save(sink);
    }

    @Override
    public void load(StateSource source) {
        indicator.load(source);
    }
}
