package dev.sparkstacker.strategies.supersignal;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Parameters;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.List;
import java.util.Locale;

/** The {@code super-signal} strategy's name and parameters; meant for three-minute bars. */
public final class SuperSignalType implements StrategyType {
    private static final List<ParameterSpec> SPECS = List.of(
            ParameterSpec.choice("preset", "which components an entry needs", List.of("strict", "relaxed", "legacy")),
            ParameterSpec.decimal("minStrength", "least strength of an entry, as a fraction", "0", "0", "1"),
            ParameterSpec.decimal(
                    "locationPct",
                    "how near an extreme of the last 20 bars counts as at it, in percent",
                    "0.5",
                    "0.01",
                    "10"),
            ParameterSpec.integer(
                    "maxPivotAgeBars", "age of a divergence's younger pivot, at most, in bars", 20, 2, 200),
            ParameterSpec.integer("minPivotSeparationBars", "bars between a divergence's pivots, at least", 3, 1, 200),
            ParameterSpec.integer("confirmBars", "bars a divergence must hold before it counts", 0, 0, 50),
            ParameterSpec.decimal(
                    "minDivergenceStrength", "least strength of a divergence, as a fraction", "0", "0", "1"),
            ParameterSpec.toggle(
                    "slowTrendFilter", "whether a relaxed entry needs slow and trend K on its side of 50", false));

    @Override
    public String name() {
        return "super-signal";
    }

    @Override
    public String help() {
        return "Enters where a market at an extreme turns: four stochastics, a divergence, a price extreme nearby and the rotation.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return SPECS;
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        Parameters values = new Parameters(name(), SPECS, parameters);
        return new SuperSignalStrategy(new Rules(
                Preset.valueOf(values.word("preset").toUpperCase(Locale.ROOT)),
                values.number("minStrength"),
                values.number("locationPct"),
                values.integer("maxPivotAgeBars"),
                values.integer("minPivotSeparationBars"),
                values.integer("confirmBars"),
                values.number("minDivergenceStrength"),
                values.isOn("slowTrendFilter")));
    }
}
