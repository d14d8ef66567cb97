package dev.sparkstacker.strategies.webhook;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.Parameters;
import dev.sparkstacker.strategies.Strategy;
import dev.sparkstacker.strategies.StrategyType;
import java.util.List;

/** The {@code webhook} strategy's name and parameters. */
public final class WebhookType implements StrategyType {
    private static final List<ParameterSpec> SPECS = List.of(ParameterSpec.integer(
            "maxAgeMs", "age at which a signal is too old to act on, in milliseconds", 60_000, 1_000, 3_600_000));

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String help() {
        return "Trades the signals that a charting service sends to the webhook: buy, sell, close.";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return SPECS;
    }

    @Override
    public Strategy create(List<Parameter> parameters, Interval interval) {
        Parameters values = new Parameters(name(), SPECS, parameters);
        return new WebhookStrategy(values.integer("maxAgeMs"));
    }
}
