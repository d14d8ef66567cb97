package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Rate;

/**
 * Rules that change an open pair, judged on closed bars by unrealised profit as a fraction of each leg's margin. Each
 * acts at most once a position. Thresholds are above zero.
 *
 * @param halveHedgeAbove a main leg above this with a losing hedge halves the hedge
 * @param closeMainBelow a main leg that has lost more than this with a winning hedge is closed
 * @param closeBothBelow legs in different markets that have both lost more than this are both closed
 */
public record DynamicHedge(Rate halveHedgeAbove, Rate closeMainBelow, Rate closeBothBelow) {
    /** +10 %, −15 %, −10 %. */
    public static final DynamicHedge STANDARD = new DynamicHedge(Rate.of("0.10"), Rate.of("0.15"), Rate.of("0.10"));
}
