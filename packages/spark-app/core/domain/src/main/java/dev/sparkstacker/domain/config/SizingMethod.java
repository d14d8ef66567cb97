package dev.sparkstacker.domain.config;

import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.codec.WireId;

/** How large a position a leg wishes for, before strength, caps and rounding. */
public sealed interface SizingMethod {
    /**
     * A fixed margin: the notional is margin × leverage.
     *
     * @param margin margin committed to a position
     */
    @WireId(1)
    record FixedUsd(Usd margin) implements SizingMethod {}

    /**
     * A share of the equity as margin: the notional is equity × share × leverage.
     *
     * @param margin margin committed to a position, of the account's equity
     */
    @WireId(2)
    record PercentEquity(Pct margin) implements SizingMethod {}

    /**
     * As much as loses a share of the equity at the stop: size = equity × risk ÷ distance of the stop.
     *
     * @param risk what a stopped position loses, of the account's equity, before costs
     */
    @WireId(3)
    record RiskBased(Pct risk) implements SizingMethod {}

    /**
     * A fixed size.
     *
     * @param units size in units of the base asset
     */
    @WireId(4)
    record FixedUnits(Quantity units) implements SizingMethod {}

    /**
     * The Kelly fraction of the equity as notional: f = p − (1 − p) ÷ (average win ÷ average loss), never above the cap,
     * and nothing without an edge.
     *
     * @param winRate share of trades that win
     * @param averageWin average win of a winning trade, of its notional
     * @param averageLoss average loss of a losing trade, of its notional, as a positive share
     * @param cap largest share of the equity
     */
    @WireId(5)
    record Kelly(Pct winRate, Pct averageWin, Pct averageLoss, Pct cap) implements SizingMethod {}
}
