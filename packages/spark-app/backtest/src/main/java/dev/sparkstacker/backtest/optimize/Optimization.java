package dev.sparkstacker.backtest.optimize;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole search with what may be believed of it.
 *
 * @param window the period searched
 * @param tried every candidate, in the order in which it was asked for
 * @param outcomes what came of each over the whole period
 * @param validation the same way of searching judged on data it had not seen; null where no fold could be judged
 * @param maps the objective over each pair of parameters
 */
public record Optimization(
        Space space,
        Objective objective,
        Window window,
        List<Scored> tried,
        List<Outcome> outcomes,
        @Nullable Validation validation,
        Advice advice,
        List<HeatMap> maps) {
    public Optimization {
        tried = List.copyOf(tried);
        outcomes = List.copyOf(outcomes);
        maps = List.copyOf(maps);
    }
}
