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
    /**
     * A market with the margin tiers that mainnet gives it, or with one tier where it has none or the instrument's
     * largest leverage is another.
     */
    public static MarketSpec of(Instrument instrument) {
        return new MarketSpec(instrument, MainnetTiers.of(instrument));
    }

    /** The market. */
    public MarketId market() {
        return instrument.market();
    }
}
