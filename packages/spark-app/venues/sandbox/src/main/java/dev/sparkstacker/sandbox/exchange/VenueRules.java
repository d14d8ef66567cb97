package dev.sparkstacker.sandbox.exchange;

import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Usd;

/**
 * The venue's rules that are not a market's own.
 *
 * @param latencyMs venue milliseconds from a request's arrival to its effect
 * @param minNotional least value of an order; orders that close a whole position are exempt
 * @param takerFee fee of a fill that takes liquidity, as a fraction
 * @param makerFee fee of a fill that gives liquidity, as a fraction
 * @param maxBookAgeMs age in venue milliseconds from which a displayed book counts as no data
 * @param gates what depends on how much an address does and has done
 * @param modifyAlwaysPlaces whether a modify may place any order; false is the venue's rule since June 2026, by which
 *     a modify without the {@code a} flag places post-only orders only
 * @param liquidation how positions below maintenance margin are closed
 */
public record VenueRules(
        long latencyMs,
        Usd minNotional,
        Rate takerFee,
        Rate makerFee,
        long maxBookAgeMs,
        Gates gates,
        boolean modifyAlwaysPlaces,
        LiquidationRules liquidation) {
    /**
     * What depends on how much an address does and has done.
     *
     * @param requestBudget requests an address may send before it has traded; each USD traded adds one
     * @param maxOpenOrders open orders an address may have
     * @param scheduledCancelVolume volume an address must have traded to use the scheduled cancel
     * @param subAccountVolume volume an address must have traded to create a sub-account
     */
    public record Gates(long requestBudget, int maxOpenOrders, Usd scheduledCancelVolume, Usd subAccountVolume) {}

    /** The venue's rules for an account of the lowest fee tier, with the product's paper latency. */
    public static VenueRules venue() {
        return new VenueRules(
                150,
                Usd.of("10"),
                Rate.of("0.00045"),
                Rate.of("0.00015"),
                5_000,
                new Gates(10_000, 1_000, Usd.of("1000000"), Usd.of("100000")),
                false,
                LiquidationRules.venue());
    }

    /** Requests an address may send before it has traded. */
    public long requestBudget() {
        return gates.requestBudget();
    }

    /** These rules with another latency. */
    public VenueRules withLatencyMs(long value) {
        return new VenueRules(
                value, minNotional, takerFee, makerFee, maxBookAgeMs, gates, modifyAlwaysPlaces, liquidation);
    }

    /** These rules with another minimum order value. */
    public VenueRules withMinNotional(Usd value) {
        return new VenueRules(
                latencyMs, value, takerFee, makerFee, maxBookAgeMs, gates, modifyAlwaysPlaces, liquidation);
    }

    /** These rules with other fees. */
    public VenueRules withFees(Rate taker, Rate maker) {
        return new VenueRules(
                latencyMs, minNotional, taker, maker, maxBookAgeMs, gates, modifyAlwaysPlaces, liquidation);
    }

    /** These rules with another address budget. */
    public VenueRules withRequestBudget(long value) {
        return with(new Gates(value, gates.maxOpenOrders(), gates.scheduledCancelVolume(), gates.subAccountVolume()));
    }

    /** These rules with other volume gates. */
    public VenueRules withVolumeGates(Usd scheduledCancel, Usd subAccount) {
        return with(new Gates(gates.requestBudget(), gates.maxOpenOrders(), scheduledCancel, subAccount));
    }

    /** These rules with other rules of liquidation. */
    public VenueRules withLiquidation(LiquidationRules value) {
        return new VenueRules(
                latencyMs, minNotional, takerFee, makerFee, maxBookAgeMs, gates, modifyAlwaysPlaces, value);
    }

    private VenueRules with(Gates value) {
        return new VenueRules(
                latencyMs, minNotional, takerFee, makerFee, maxBookAgeMs, value, modifyAlwaysPlaces, liquidation);
    }
}
