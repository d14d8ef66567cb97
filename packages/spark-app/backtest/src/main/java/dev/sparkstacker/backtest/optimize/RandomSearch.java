package dev.sparkstacker.backtest.optimize;

import java.util.List;
import java.util.SplittableRandom;

/** Candidates at random, all equally likely. */
public final class RandomSearch extends DrawnSearch {
    /** A search of so many candidates. */
    public RandomSearch(Space space, long budget, long seed) {
        super(space, budget, seed);
    }

    @Override
    Candidate draw(List<Scored> best, SplittableRandom random) {
        return any(random);
    }
}
