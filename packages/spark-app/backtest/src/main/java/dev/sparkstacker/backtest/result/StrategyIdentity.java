package dev.sparkstacker.backtest.result;

import dev.sparkstacker.domain.Interval;
import java.util.List;

/**
 * The strategy as it ran.
 *
 * @param id its name in the configuration, or its type where it was named by that
 * @param parameters every parameter, defaults included, in the order in which people should read them
 */
public record StrategyIdentity(String id, String type, Interval interval, List<Value> parameters) {
    public StrategyIdentity {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter as it was in force.
     *
     * @param chosen whether somebody set it; else it is the default
     * @param help what it means, one sentence with the unit
     */
    public record Value(String name, String value, boolean chosen, String help) {}

    /** How many parameters were set by somebody. */
    public int chosenParameters() {
        return (int) parameters.stream().filter(Value::chosen).count();
    }
}
