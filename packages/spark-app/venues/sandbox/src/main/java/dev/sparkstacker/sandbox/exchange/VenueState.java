package dev.sparkstacker.sandbox.exchange;

/**
 * What the exchange remembers besides its accounts, as plain values.
 *
 * @param phase name of the {@link TradingPhase}
 * @param liquidations liquidations so far, so that none repeats a number
 * @param twaps TWAP orders so far
 */
public record VenueState(String phase, long liquidations, long twaps, OutsideParty.OutsideState outside) {}
