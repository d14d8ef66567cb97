package dev.sparkstacker.wire.info;

import java.util.List;

/**
 * Margin tiers in ascending order of position notional.
 */
public record MarginTable(String description, List<MarginTier> marginTiers) {}
