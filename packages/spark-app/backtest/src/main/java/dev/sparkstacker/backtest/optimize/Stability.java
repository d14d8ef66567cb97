package dev.sparkstacker.backtest.optimize;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether the neighbours of a candidate are nearly as good. A peak among bad neighbours is luck more often than worth.
 *
 * @param neighbours that were tried, one step away in one parameter
 * @param share of them that keep at least half of the candidate's value; NaN where none was tried
 */
public record Stability(int neighbours, double share) {
    private static final double KEPT = 0.5;

    /** The neighbourhood of a candidate among everything tried. */
    public static Stability of(Space space, Scored candidate, List<Scored> tried) {
        Map<Long, Double> scores = new TreeMap<>();
        tried.forEach(scored -> scores.put(scored.candidate().index(), scored.score()));
        int known = 0;
        int good = 0;
        for (Candidate neighbour : space.neighbours(candidate.candidate())) {
            Double score = scores.get(neighbour.index());
            if (score != null) {
                known++;
                good += score >= candidate.score() - (1 - KEPT) * Math.abs(candidate.score()) ? 1 : 0;
            }
        }
        return new Stability(known, known == 0 ? Double.NaN : (double) good / known);
    }

    /** Whether too few of its neighbours hold, where any were tried. */
    public boolean isFragile() {
        return neighbours > 0 && share < KEPT;
    }
}
