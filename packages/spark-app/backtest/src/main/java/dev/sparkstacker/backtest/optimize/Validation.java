package dev.sparkstacker.backtest.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a way of choosing parameters is worth on data that the choice has not seen.
 *
 * @param steps fold by fold
 * @param stitched the tests joined: what one would have earned who chose anew at each fold
 */
public record Validation(List<Step> steps, Outcome stitched) {
    /**
     * One fold.
     *
     * @param chosen the best on the training data, with its score there
     * @param test what came of it on the test data
     * @param testScore the objective's value there
     */
    public record Step(Fold fold, Scored chosen, Outcome test, double testScore) {}

    public Validation {
        steps = List.copyOf(steps);
    }

    /**
     * Searches on each fold's training data and runs the best on its test data.
     *
     * @param searches makes a search that knows nothing yet
     * @throws NothingChosen if on a fold no candidate could be judged
     */
    public static Validation of(Study study, List<Fold> folds, Function<Integer, Search> searches)
            throws InterruptedException {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < folds.size(); i++) {
            Fold fold = folds.get(i);
            Scored best = study.search(searches.apply(i), fold.train()).stream()
                    .min(Scored.BEST_FIRST)
                    .filter(scored -> scored.score() > Double.NEGATIVE_INFINITY)
                    .orElseThrow(() -> new NothingChosen(fold));
            Outcome test = study.outcomes(List.of(best.candidate()), List.of(fold.test()))
                    .getFirst();
            steps.add(new Step(fold, best, test, study.objective().of(test)));
        }
        return new Validation(
                steps, Outcome.joined(steps.stream().map(Step::test).toList()));
    }

    /** On the training data of a fold no candidate had a value of the objective. */
    public static final class NothingChosen extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NothingChosen(Fold fold) {
            super("No candidate could be judged on " + fold.train() + ": none gave a value of the objective there");
        }
    }
}
