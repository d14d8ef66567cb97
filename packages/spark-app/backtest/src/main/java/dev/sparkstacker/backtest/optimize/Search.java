package dev.sparkstacker.backtest.optimize;

import java.util.List;

/**
 * Chooses what to try next. What it chooses depends on its seed and on what is known, and on nothing else, so that a
 * search can be resumed by telling it what was found.
 */
public sealed interface Search permits GridSearch, DrawnSearch {
    /** The next batch, given everything tried so far in order; empty when the search is over. */
    List<Candidate> next(List<Scored> tried);
}
