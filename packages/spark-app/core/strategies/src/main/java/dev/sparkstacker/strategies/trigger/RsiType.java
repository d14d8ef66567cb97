package dev.sparkstacker.strategies.trigger;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.InvalidParameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Parameters;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.List;

/** The {@code rsi} strategy's name and parameters. */
public final class RsiType implements StrategyType {
    private static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.integer("lengthBars", "length of the RSI, in bars", 14, 2, 500),
            ParameterSpec.decimal(
                    "oversold", "RSI below which a market is oversold; below overbought", "30", "1", "99"),
            ParameterSpec.decimal("overbought", "RSI above which a market is overbought", "70", "1", "99"),
            ParameterSpec.choice("mean", "how gains and losses are averaged", List.of("wilder", "simple")));

    @Override
    public String name() {
        return "rsi";
    }

    @Override
    public String help() {
        return "Buys where the RSI rises out of oversold, sells where it falls out of overbought; leaves and turns on the opposite.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return SPECS;
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        Parameters values = new Parameters(name(), SPECS, parameters);
        double oversold = values.number("oversold");
        double overbought = values.number("overbought");
        if (oversold >= overbought) {
            throw new InvalidParameter(
                    "oversold",
                    values.word("oversold") + " must be below overbought, which is " + values.word("overbought"),
                    "The usual values are 30 and 70.");
        }
        return new TriggerStrategy(new RsiTrigger(
                values.integer("lengthBars"),
                oversold,
                overbought,
                values.word("mean").equals("simple")));
    }
}
