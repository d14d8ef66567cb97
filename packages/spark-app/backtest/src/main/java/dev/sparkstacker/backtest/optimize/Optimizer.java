package dev.sparkstacker.backtest.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out a whole search: over the period, then fold by fold, then the advice. */
public final class Optimizer {
    private final Study study;
    private final Space space;
    private final Plan plan;

    /** How a search begins anew. */
    @FunctionalInterface
    public interface Searches {
        /**
         * A search that knows nothing yet.
         *
         * @param number of the fold, or 0 for the whole period
         */
        Search begin(int number);
    }

    /** What is searched, and on which data a choice is judged. */
    public record Plan(Window window, List<Fold> folds, Searches searches) {
        public Plan {
            folds = List.copyOf(folds);
        }
    }

    public Optimizer(Study study, Space space, Plan plan) {
        this.study = study;
        this.space = space;
        this.plan = plan;
    }

    /** Searches and judges. @throws InterruptedException if stopped; what was run is in the log */
    public Optimization run() throws InterruptedException {
        List<Window> whole = List.of(plan.window());
        List<Scored> tried = study.search(plan.searches().begin(0), whole);
        List<Outcome> outcomes =
                study.outcomes(tried.stream().map(Scored::candidate).toList(), whole);
        Optional<String> failure = failure(outcomes);
        if (failure.isPresent()) {
            return new Optimization(
                    space,
                    study.objective(),
                    plan.window(),
                    tried,
                    outcomes,
                    null,
                    Advice.withoutEvidence(space, tried, "No candidate could be run; the first: " + failure.get()),
                    maps(tried));
        }
        try {
            Validation validation =
                    Validation.of(study, plan.folds(), fold -> plan.searches().begin(fold + 1));
            Advice advice = Advice.of(space, tried, outcomes, validation, study.objective());
            return new Optimization(
                    space, study.objective(), plan.window(), tried, outcomes, validation, advice, maps(tried));
        } catch (Validation.NothingChosen nothing) {
            Advice advice = Advice.withoutEvidence(space, tried, String.valueOf(nothing.getMessage()));
            return new Optimization(
                    space, study.objective(), plan.window(), tried, outcomes, null, advice, maps(tried));
        }
    }

    /** Why none of them could be run, as the first says; empty where one could. */
    private static Optional<String> failure(List<Outcome> outcomes) {
        String first = null;
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Ran _ -> {
                    return Optional.empty();
                }
                case Outcome.Refused refused -> first = first == null ? refused.reason() : first;
            }
        }
        return Optional.ofNullable(first);
    }

    private List<HeatMap> maps(List<Scored> tried) {
        List<HeatMap> maps = new ArrayList<>();
        int dimensions = space.dimensions().size();
        for (int across = 0; across < dimensions; across++) {
            for (int down = across + 1; down < dimensions; down++) {
                maps.add(HeatMap.of(space, tried, across, down));
            }
        }
        return maps;
    }
}
