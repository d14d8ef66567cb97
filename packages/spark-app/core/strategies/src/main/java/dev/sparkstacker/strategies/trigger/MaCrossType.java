package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.indicators.MovingAverage;
import dev.sparkstacker.strategies.InvalidParameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Parameters;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.List;
import java.util.Locale;

/** The {@code ma-cross} strategy's name and parameters. */
public final class MaCrossType implements StrategyType {
    private static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.choice(
                    "average", "kind of moving average", List.of("sma", "ema", "wma", "hull", "vwma", "rma", "tema")),
            ParameterSpec.integer("fastBars", "length of the fast average, in bars; below slowBars", 10, 2, 1000),
            ParameterSpec.integer("slowBars", "length of the slow average, in bars", 30, 3, 5000));

    @Override
    public String name() {
        return "ma-cross";
    }

    @Override
    public String help() {
        return "Enters where a fast moving average crosses a slow one, leaves and turns on the opposite crossing.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return SPECS;
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        Parameters values = new Parameters(name(), SPECS, parameters);
        int fast = values.integer("fastBars");
        int slow = values.integer("slowBars");
        if (fast >= slow) {
            throw new InvalidParameter(
                    "fastBars",
                    "the fast average (" + fast + " bars) must be shorter than the slow one (" + slow + " bars)",
                    "The usual values are 10 and 30.");
        }
        MovingAverage.Kind kind =
                MovingAverage.Kind.valueOf(values.word("average").toUpperCase(Locale.ROOT));
        return new TriggerStrategy(new MaCrossTrigger(kind, fast, slow));
    }
}
