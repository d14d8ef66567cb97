package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Later;
import java.math.BigDecimal;
import java.util.List;

/**
 * An account's perp state on one dex. Not the balance source under unified or portfolio margin.
 *
 * @param withdrawable USD
 * @param time unix ms
 */
public record ClearinghouseState(
        MarginSummary marginSummary,
        MarginSummary crossMarginSummary,
        @Later BigDecimal crossMaintenanceMarginUsed,
        BigDecimal withdrawable,
        List<AssetPosition> assetPositions,
        @Later long time) {}
