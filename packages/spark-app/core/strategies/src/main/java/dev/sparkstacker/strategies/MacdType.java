package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import java.util.List;

/** The {@code macd} strategy's name and parameters. */
public final class MacdType implements StrategyType {
    private static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.integer("fastBars", "length of the fast EMA, in bars", 8, 2, 500),
            ParameterSpec.integer("slowBars", "length of the slow EMA, in bars; above fastBars", 21, 3, 1000),
            ParameterSpec.integer("signalBars", "length of the signal EMA, in bars", 5, 1, 500),
            ParameterSpec.decimal(
                    "minHistogramBps",
                    "least |histogram| / close at the signal bar, in basis points; 0 is off",
                    "0",
                    "0",
                    "1000"));

    @Override
    public String name() {
        return "macd";
    }

    @Override
    public String help() {
        return "Enters where the MACD line crosses its signal on a closed bar, leaves and turns on the opposite crossing.";
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
                    "The usual values are 8, 21 and 5.");
        }
        return new MacdStrategy(fast, slow, values.integer("signalBars"), values.number("minHistogramBps"));
    }
}
