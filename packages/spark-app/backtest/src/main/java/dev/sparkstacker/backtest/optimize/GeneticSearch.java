package dev.sparkstacker.backtest.optimize;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A genetic search: the best so far are the population; two of them, each the winner of a small tournament, are crossed
 * value by value, and a value now and then takes a step or jumps.
 */
public final class GeneticSearch extends DrawnSearch {
    private static final int POPULATION = 24;
    private static final int TOURNAMENT = 3;
    private static final double JUMP = 0.25;

    /** A search of so many candidates. */
    public GeneticSearch(Space space, long budget, long seed) {
        super(space, budget, seed);
    }

    @Override
    Candidate draw(List<Scored> best, SplittableRandom random) {
        if (best.size() < POPULATION) {
            return any(random);
        }
        int[] child = parent(best, random);
        int[] other = parent(best, random);
        for (int i = 0; i < child.length; i++) {
            if (random.nextBoolean()) {
                child[i] = other[i];
            }
            if (random.nextInt(child.length) == 0) {
                child[i] =
                        mutated(child[i], space().dimensions().get(i).values().size(), random);
            }
        }
        return space().at(child);
    }

    /** The best of a few; the population is sorted, so that the smallest place is the best. */
    private static int[] parent(List<Scored> best, SplittableRandom random) {
        int winner = POPULATION;
        for (int i = 0; i < TOURNAMENT; i++) {
            winner = Math.min(winner, random.nextInt(POPULATION));
        }
        return best.get(winner).candidate().coordinates();
    }

    private static int mutated(int place, int values, SplittableRandom random) {
        if (random.nextDouble() < JUMP) {
            return random.nextInt(values);
        }
        return Math.clamp(place + (random.nextBoolean() ? 1L : -1L), 0, values - 1);
    }
}
