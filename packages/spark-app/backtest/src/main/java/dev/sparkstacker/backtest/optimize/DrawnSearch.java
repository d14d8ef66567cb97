package dev.sparkstacker.backtest.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** A search that draws, batch by batch, never the same candidate twice, until its budget or the space is used up. */
public abstract sealed class DrawnSearch implements Search permits RandomSearch, GeneticSearch, TpeSearch {
    private static final int BATCH = 16;

    /** After so many draws that were all known, the next unknown one in order is taken. */
    private static final int PATIENCE = 64;

    private final Space space;
    private final long budget;
    private final long seed;

    /** @param budget how many candidates are tried at most, at least 1 */
    DrawnSearch(Space space, long budget, long seed) {
        if (budget < 1) {
            throw new IllegalArgumentException("A search tries at least one candidate, not " + budget);
        }
        this.space = space;
        this.budget = Math.min(budget, space.size());
        this.seed = seed;
    }

    /** Draws one candidate, with what is known, best first. */
    abstract Candidate draw(List<Scored> best, SplittableRandom random);

    Space space() {
        return space;
    }

    @Override
    public final List<Candidate> next(List<Scored> tried) {
        Set<Long> known = new TreeSet<>();
        tried.forEach(scored -> known.add(scored.candidate().index()));
        List<Scored> best = tried.stream().sorted(Scored.BEST_FIRST).toList();
        SplittableRandom random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + tried.size());
        List<Candidate> batch = new ArrayList<>();
        while (batch.size() < BATCH && tried.size() + batch.size() < budget) {
            Candidate fresh = fresh(best, known, random);
            known.add(fresh.index());
            batch.add(fresh);
        }
        return batch;
    }

    private Candidate fresh(List<Scored> best, Set<Long> known, SplittableRandom random) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            Candidate drawn = draw(best, random);
            if (!known.contains(drawn.index())) {
                return drawn;
            }
        }
        long index = random.nextLong(space.size());
        while (known.contains(index)) {
            index = (index + 1) % space.size();
        }
        return space.at(index);
    }

    /** Any candidate, all equally likely. */
    final Candidate any(SplittableRandom random) {
        return space.at(random.nextLong(space.size()));
    }
}
