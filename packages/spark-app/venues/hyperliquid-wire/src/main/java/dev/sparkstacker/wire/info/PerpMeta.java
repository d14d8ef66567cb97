package dev.sparkstacker.wire.info;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The perp universe of one dex; an asset's id is its index here.
 */
public record PerpMeta(
        List<PerpAsset> universe,
        @Nullable List<MarginTableEntry> marginTables,
        @Nullable Integer collateralToken) {}
