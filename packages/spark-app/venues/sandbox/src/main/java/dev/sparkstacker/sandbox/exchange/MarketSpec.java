package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;

/**
 * A market as the venue lists it.
 *
 * @param instrument its trading rules; the asset id is its index in the universe
 * @param tiers its margin tiers
 */
public record MarketSpec(Instrument instrument, MarginTiers tiers) {
    /** A market with one margin tier at the instrument's largest leverage. */
    public static MarketSpec of(Instrument instrument) {
        return new MarketSpec(
                instrument, MarginTiers.single(instrument.maxLeverage().times()));
    }

    /** The market. */
    public MarketId market() {
        return instrument.market();
    }
}
