package dev.sparkstacker.backtest.optimize;

import dev.sparkstacker.backtest.run.Trials;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

    /** The best in sample, suggested or not. */
    public Candidate best() {
        return switch (advice) {
            case Advice.Suggested suggested -> suggested.candidate().candidate();
            case Advice.Withheld withheld -> withheld.best().candidate();
        };
    }

    /** Whether the best in sample could be run. */
    public boolean hasBest() {
        return profits().containsKey(best().index());
    }

    /** What a report of the best has to know of the search. */
    public Trials trials() {
        Map<Long, Double> profits = profits();
        List<Double> neighbours = space.neighbours(best()).stream()
                .map(neighbour -> profits.get(neighbour.index()))
                .filter(Objects::nonNull)
                .toList();
        return new Trials(tried.size(), Advice.spread(outcomes), neighbours);
    }

    private Map<Long, Double> profits() {
        Map<Long, Double> profits = new TreeMap<>();
        for (int i = 0; i < tried.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Ran ran) {
                profits.put(tried.get(i).candidate().index(), ran.netProfitUsd());
            }
        }
        return profits;
    }
}
