package dev.sparkstacker.strategies.supersignal;

/**
 * What can be chosen.
 *
 * @param minStrength least strength of an entry, 0..1
 * @param locationPct how near an extreme of the last 20 bars the close must be, in percent of the extreme
 * @param maxPivotAgeBars bars since the younger pivot of a divergence, at most
 * @param minPivotSeparationBars bars between the two pivots, at least
 * @param confirmBars how many bars a divergence must hold after its confirmation before it counts
 * @param minDivergenceStrength least strength of a divergence, 0..1
 * @param slowTrendFilter whether a relaxed entry also needs slow and trend %K on its own side of 50
 */
public record Rules(
        Preset preset,
        double minStrength,
        double locationPct,
        int maxPivotAgeBars,
        int minPivotSeparationBars,
        int confirmBars,
        double minDivergenceStrength,
        boolean slowTrendFilter) {

    /** As shipped. */
    public static Rules of(Preset preset) {
        return new Rules(preset, 0, 0.5, 20, 3, 0, 0, false);
    }
}
