package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.MarketId;
import org.jspecify.annotations.Nullable;

/**
 * The hedge leg of a strategy: opposite to the main leg, on another account.
 *
 * @param leg account, margin and leverage
 * @param keepOnMainClose whether it outlives the main leg
 * @param market the market it trades, or null for the main leg's; another one only where the strategy has one market
 * @param dynamic rules that change the pair while it is open, or null for none
 */
public record HedgeConfig(
        LegConfig leg,
        boolean keepOnMainClose,
        @Nullable MarketId market,
        @Nullable DynamicHedge dynamic) {
    /** A hedge in the main leg's market without dynamic rules. */
    public HedgeConfig(LegConfig leg, boolean keepOnMainClose) {
        this(leg, keepOnMainClose, null, null);
    }

    /** The market the hedge leg trades. */
    public MarketId marketOr(MarketId main) {
        return market == null ? main : market;
    }
}
