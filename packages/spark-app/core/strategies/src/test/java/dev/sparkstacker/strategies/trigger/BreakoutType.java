package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.output.NamedValue;
import dev.sparkstacker.indicators.StateSink;
import dev.sparkstacker.indicators.StateSource;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Parameters;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The guide's template: follows a close beyond the range of the bars before it. */
public final class BreakoutType implements StrategyType {
    private static final List<ParameterSpec> SPECS =
            List.of(ParameterSpec.integer("lengthBars", "bars whose range must be left", 20, 2, 1000));

    @Override
    public String name() {
        return "breakout";
    }

    @Override
    public String help() {
        return "Follows a close beyond the range of the bars before it.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return SPECS;
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        Parameters values = new Parameters(name(), SPECS, parameters);
        return new TriggerStrategy(new Breakout(values.integer("lengthBars")));
    }

    private static final class Breakout implements Trigger {
        private final double[] highs;
        private final double[] lows;
        private long seen;

        Breakout(int length) {
            highs = new double[length];
            lows = new double[length];
        }

        @Override
        public int warmUpBars() {
            return highs.length + 1;
        }

        @Override
        public Reading onBar(Bar bar) {
            boolean warm = seen >= highs.length;
            double top = Arrays.stream(highs).max().orElseThrow();
            double bottom = Arrays.stream(lows).min().orElseThrow();
            int oldest = (int) (seen++ % highs.length);
            highs[oldest] = bar.high().toDouble();
            lows[oldest] = bar.low().toDouble();
            if (!warm) {
                return Reading.COLD;
            }
            double close = bar.close().toDouble();
            Side side = close > top ? Side.BUY : close < bottom ? Side.SELL : null;
            return Reading.of(
                    side,
                    0.6,
                    String.format(Locale.ROOT, "close %.6f", close),
                    String.format(Locale.ROOT, "above %.6f or below %.6f", top, bottom),
                    new NamedValue("top", top),
                    new NamedValue("bottom", bottom));
        }

        @Override
        public void save(StateSink sink) {
            for (int i = 0; i < highs.length; i++) {
                sink.putDouble(highs[i]);
                sink.putDouble(lows[i]);
            }
            sink.putLong(seen);
        }

        @Override
        public void load(StateSource source) {
            for (int i = 0; i < highs.length; i++) {
                highs[i] = source.getDouble();
                lows[i] = source.getDouble();
            }
            seen = source.getLong();
        }
    }
}
