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
    public List<ParameterSpec> parameters() {
        return SPECS;
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        Parameters values = new Parameters(name(), SPECS, parameters);
        int fast = values.integer("fastBars");
        int slow = values.integer("slowBars");
        if (fast >= slow) {
            throw new IllegalArgumentException("macd: fastBars (" + fast + ") must be below slowBars (" + slow + ")");
        }
        return new MacdStrategy(fast, slow, values.integer("signalBars"), values.number("minHistogramBps"));
    }
}
