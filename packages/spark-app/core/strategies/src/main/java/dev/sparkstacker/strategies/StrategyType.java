package dev.sparkstacker.strategies;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.config.Parameter;
import java.util.List;

/** One kind of strategy: its name, its parameters and how it is made. */
public interface StrategyType {
    /** The name used in the configuration, such as {@code macd}. */
    String name();

    /** What it does, in one sentence for people. */
    String help();

    /** Every parameter, in the order in which people should read them. */
    List<ParameterSpec> parameters();

    /**
     * Makes a strategy for one market.
     *
     * @param interval of the bars it will see
     * @throws InvalidParameter if a parameter is unknown, malformed, out of range or contradicts another
     */
    Strategy create(List<Parameter> parameters, Interval interval);
}
