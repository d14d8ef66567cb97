package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Parameters;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.List;

/** The {@code bollinger} strategy's name and parameters. */
public final class BollingerType implements StrategyType {
    private static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.integer("lengthBars", "length of the bands, in bars", 20, 2, 1000),
            ParameterSpec.decimal("deviations", "distance of the bands, in standard deviations", "2", "0.1", "10"),
            ParameterSpec.decimal(
                    "reversion",
                    "%B from which, and by more than which, a return into the bands is a signal, as a fraction; 0 is off",
                    "0.05",
                    "0",
                    "0.5"));

    @Override
    public String name() {
        return "bollinger";
    }

    @Override
    public String help() {
        return "Buys a close below the lower Bollinger band or a return from there towards the middle, sells the mirror image.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return SPECS;
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        Parameters values = new Parameters(name(), SPECS, parameters);
        return new TriggerStrategy(new BollingerTrigger(
                values.integer("lengthBars"), values.number("deviations"), values.number("reversion")));
    }
}
