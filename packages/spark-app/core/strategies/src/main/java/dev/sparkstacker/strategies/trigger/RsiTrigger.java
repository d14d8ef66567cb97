package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.indicators.Rsi;
import dev.sparkstacker.indicators.SimpleMeanRsi;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import java.util.Locale;

/**
 * RSI that leaves a zone: up through oversold is a buy, down through overbought a sell. Wilder's mean, or the simple one. Confidence grows
 * with how deep in the zone the RSI was one bar before.
 */
final class RsiTrigger implements Trigger {
    private final Rsi wilder;
    private final SimpleMeanRsi simple;
    private final boolean simpleMean;
    private final double oversold;
    private final double overbought;
    private final Crossing fromOversold = new Crossing();
    private final Crossing fromOverbought = new Crossing();
    private double previous;

    RsiTrigger(int length, double oversold, double overbought, boolean simpleMean) {
        wilder = new Rsi(length);
        simple = new SimpleMeanRsi(length);
        this.simpleMean = simpleMean;
        this.oversold = oversold;
        this.overbought = overbought;
    }

    @Override
    public int warmUpBars() {
        return 1 + (simpleMean ? simple.warmUpBars() : wilder.warmUpBars());
    }

    @Override
    public Reading onBar(Bar bar) {
        double close = bar.close().toDouble();
        wilder.update(close);
        simple.update(close);
        if (!(simpleMean ? simple.isReady() : wilder.isReady())) {
            return Reading.COLD;
        }
        double value = simpleMean ? simple.value() : wilder.value();
        double before = previous;
        previous = value;
        fromOversold.update(value - oversold);
        fromOverbought.update(value - overbought);
        if (!fromOversold.isComparable()) {
            return Reading.COLD;
        }
        Side side = fromOversold.up() ? Side.BUY : fromOverbought.down() ? Side.SELL : null;
        double depth = side == Side.BUY ? (oversold - before) / oversold : (before - overbought) / (100 - overbought);
        return Reading.of(
                side,
                0.5 + depth,
                String.format(Locale.ROOT, "RSI %.2f, before %.2f", value, before),
                String.format(Locale.ROOT, "up through %.2f or down through %.2f", oversold, overbought),
                new NamedValue("rsi", value));
    }

    @Override
    public void save(StateSink sink) {
        wilder.save(sink);
        simple.save(sink);
        fromOversold.save(sink);
        fromOverbought.save(sink);
        sink.putDouble(previous);
    }

    @Override
    public void load(StateSource source) {
        wilder.load(source);
        simple.load(source);
        fromOversold.load(source);
        fromOverbought.load(source);
        previous = source.getDouble();
    }
}
