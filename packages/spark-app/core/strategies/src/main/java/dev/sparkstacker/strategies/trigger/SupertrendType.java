package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Parameters;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.List;

/** The {@code adaptive-supertrend} strategy's name and parameters. */
public final class SupertrendType implements StrategyType {
    private static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.integer("atrBars", "length of the average true range, in bars", 10, 1, 500),
            ParameterSpec.integer("trainingBars", "ranges that are sorted into classes, in bars", 100, 3, 1000),
            ParameterSpec.decimal("factor", "distance of the line, in ranges", "3", "0.1", "20"));

    @Override
    public String name() {
        return "adaptive-supertrend";
    }

    @Override
    public String help() {
        return "Follows the Supertrend line, whose distance from the price adapts to the market's class of volatility.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return SPECS;
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        Parameters values = new Parameters(name(), SPECS, parameters);
        return new TriggerStrategy(new SupertrendTrigger(
                values.integer("atrBars"), values.integer("trainingBars"), values.number("factor")));
    }
}
