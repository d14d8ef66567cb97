package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Later;
import org.jspecify.annotations.Nullable;

/**
 * One perp market.
 *
 * @param szDecimals decimals of a size; the lot is 10^-szDecimals
 * @param maxLeverage largest leverage of the first margin tier
 * @param marginTableId margin tiers; below 50 implicit, one tier with that leverage
 * @param isDelisted true for a market that is no longer traded and keeps its index
 * @param marginMode {@code strictIsolated} (margin cannot be removed), {@code noCross}, or absent
 */
public record PerpAsset(
        int szDecimals,
        String name,
        int maxLeverage,
        @Later int marginTableId,
        @Nullable Boolean onlyIsolated,
        @Nullable Boolean isDelisted,
        @Nullable String marginMode,
        @Nullable String growthMode,
        @Nullable String lastGrowthModeChangeTime) {
    /** Whether the market can be traded. */
    public boolean listed() {
        return !Boolean.TRUE.equals(isDelisted);
    }
}
