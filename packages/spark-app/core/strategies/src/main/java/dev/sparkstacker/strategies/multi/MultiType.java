package dev.sparkstacker.strategies.multi;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.InvalidParameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Parameters;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The {@code multi} strategy's name and parameters. */
public final class MultiType implements StrategyType {
    private static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.text(
                    "enterLong",
                    "condition of a long entry, such as: rsi(14)@1h < 50 and ema(10) crosses above ema(30)",
                    "ema(10) crosses above ema(30)"),
            ParameterSpec.text("enterShort", "condition of a short entry", "ema(10) crosses below ema(30)"),
            ParameterSpec.text(
                    "exitLong", "condition that leaves a long; the other side's entry leaves it too", "rsi(14) > 85"),
            ParameterSpec.text("exitShort", "condition that leaves a short", "rsi(14) < 15"));

    @Override
    public String name() {
        return "multi";
    }

    @Override
    public String help() {
        return "Enters and leaves by conditions as you write them, each indicator on a timeframe of its own.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return SPECS;
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        Parameters values = new Parameters(name(), SPECS, parameters);
        List<Term> terms = new ArrayList<>();
        Map<String, Expression> conditions = new TreeMap<>();
        for (ParameterSpec spec : SPECS) {
            try {
                conditions.put(spec.name(), Parser.parse(values.word(spec.name()), interval, terms));
            } catch (IllegalArgumentException e) {
                throw new InvalidParameter(
                        spec.name(),
                        String.valueOf(e.getMessage()),
                        "A condition reads such as: rsi(14)@1h < 50 and ema(10) crosses above ema(30).");
            }
        }
        return new MultiStrategy(terms, conditions);
    }
}
