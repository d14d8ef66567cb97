package dev.sparkstacker.backtest.optimize;

import java.util.ArrayList;
import java.util.List;

/** Every combination, in order. */
public final class GridSearch implements Search {
    /** More would not end in a lifetime. */
    private static final long MOST = 10_000_000;

    private static final int BATCH = 64;

    private final Space space;

    /** @throws IllegalArgumentException if there are too many combinations */
    public GridSearch(Space space) {
        if (space.size() > MOST) {
            throw new IllegalArgumentException("The grid has " + space.size() + " combinations, more than " + MOST
                    + "; take wider steps, or search at random or by tpe");
        }
        this.space = space;
    }

    @Override
    public List<Candidate> next(List<Scored> tried) {
        List<Candidate> batch = new ArrayList<>();
        for (long i = tried.size(); i < Math.min(space.size(), tried.size() + (long) BATCH); i++) {
            batch.add(space.at(i));
        }
        return batch;
    }
}
