package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Parameters;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.List;

/** The {@code adaptive-trend-finder} strategy's name and parameters. */
public final class TrendFinderType implements StrategyType {
    private static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.choice(
                    "channel",
                    "lengths looked at: short is 20, 30 … 200 bars, long 300, 350 … 1200",
                    List.of("short", "long")),
            ParameterSpec.decimal("deviations", "distance of the bands, in deviations", "2", "0.1", "10"));

    @Override
    public String name() {
        return "adaptive-trend-finder";
    }

    @Override
    public String help() {
        return "Finds the length over which prices follow a trend best, and enters where the close returns into its channel.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return SPECS;
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        Parameters values = new Parameters(name(), SPECS, parameters);
        double deviations = values.number("deviations");
        return new TriggerStrategy(
                values.word("channel").equals("long")
                        ? new TrendFinderTrigger(300, 50, 1200, deviations)
                        : new TrendFinderTrigger(20, 10, 200, deviations));
    }
}
