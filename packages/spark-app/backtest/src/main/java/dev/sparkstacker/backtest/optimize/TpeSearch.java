package dev.sparkstacker.backtest.optimize;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A Bayesian search by a tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kégl, "Algorithms for
 * Hyper-Parameter Optimization", NIPS 2011): the tried candidates are split into the best fifth and the rest, each
 * dimension gets a smoothed density l of the best and g of the rest, and of some candidates drawn from l the one with
 * the largest l / g is tried.
 */
public final class TpeSearch extends DrawnSearch {
    private static final int STARTING_DRAWS = 16;
    private static final int DRAWS = 24;
    private static final int BEST_PART = 5;

    /** A search of so many candidates. */
    public TpeSearch(Space space, long budget, long seed) {
        super(space, budget, seed);
    }

    @Override
    Candidate draw(List<Scored> best, SplittableRandom random) {
        if (best.size() < STARTING_DRAWS) {
            return any(random);
        }
        int good = Math.max(2, best.size() / BEST_PART);
        List<Dimension> dimensions = space().dimensions();
        int[] drawn = new int[dimensions.size()];
        for (int i = 0; i < drawn.length; i++) {
            int values = dimensions.get(i).values().size();
            Density likely = Density.of(best.subList(0, good), i, values);
            Density unlikely = Density.of(best.subList(good, best.size()), i, values);
            drawn[i] = mostTelling(likely, unlikely, random);
        }
        return space().at(drawn);
    }

    private static int mostTelling(Density likely, Density unlikely, SplittableRandom random) {
        int chosen = likely.draw(random);
        for (int i = 1; i < DRAWS; i++) {
            int other = likely.draw(random);
            if (likely.at(other) * unlikely.at(chosen) > likely.at(chosen) * unlikely.at(other)) {
                chosen = other;
            }
        }
        return chosen;
    }
}
