package dev.sparkstacker.wire.info;

import dev.sparkstacker.wire.json.Later;
import java.math.BigDecimal;
import java.util.List;

/**
 * Leverage and free size of an account in one market.
 *
 * @param maxTradeSzs base units, buy then sell
 * @param availableToTrade USD, buy then sell
 */
public record ActiveAssetData(
        String user,
        String coin,
        Leverage leverage,
        List<BigDecimal> maxTradeSzs,
        List<BigDecimal> availableToTrade,
        @Later BigDecimal markPx) {}
