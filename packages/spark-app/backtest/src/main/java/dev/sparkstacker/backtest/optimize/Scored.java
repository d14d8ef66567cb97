package dev.sparkstacker.backtest.optimize;

import java.util.Comparator;

/**
 * A candidate and what the objective says of it.
 *
 * @param score higher is better; negative infinity where it could not run or the objective is not defined
 */
public record Scored(Candidate candidate, double score) {
    /** Best first; equals in the order of their space, so that the order never depends on who finished first. */
    static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparingLong(scored -> scored.candidate().index());
}
