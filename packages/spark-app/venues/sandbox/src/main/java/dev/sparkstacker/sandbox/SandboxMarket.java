package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;

/**
 * A market of the sandbox; its place in the list is its asset id.
 *
 * @param szDecimals decimals of a size
 * @param maxLeverage largest leverage
 * @param startPrice where generated prices begin
 */
public record SandboxMarket(MarketId market, int szDecimals, int maxLeverage, Price startPrice) {
    /** Its trading rules. */
    public Instrument instrument(int assetId, Usd minNotional) {
        return new Instrument(market, assetId, szDecimals, new Leverage(maxLeverage), false, minNotional);
    }
}
