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
 * @param requestBudget requests an address may send before it has traded; each USD traded adds one
 * @param maxOpenOrders open orders an address may have
 * @param scheduledCancelVolume volume an address must have traded to use the scheduled cancel
 * @param subAccountVolume volume an address must have traded to create a sub-account
 * @param modifyAlwaysPlaces whether a modify may place any order; false is the venue's rule since June 2026, by which
 *     a modify without the {@code a} flag places post-only orders only
 */
public record VenueRules(
        long latencyMs,
        Usd minNotional,
        Rate takerFee,
        Rate makerFee,
        long maxBookAgeMs,
        long requestBudget,
        int maxOpenOrders,
        Usd scheduledCancelVolume,
        Usd subAccountVolume,
        boolean modifyAlwaysPlaces) {
    /** The venue's rules for an account of the lowest fee tier, with the product's paper latency. */
    public static VenueRules venue() {
        return new VenueRules(
                150,
                Usd.of("10"),
                Rate.of("0.00045"),
                Rate.of("0.00015"),
                5_000,
                10_000,
                1_000,
                Usd.of("1000000"),
                Usd.of("100000"),
                false);
    }

    /** These rules with another latency. */
    public VenueRules withLatencyMs(long value) {
        return new VenueRules(
                value,
                minNotional,
                takerFee,
                makerFee,
                maxBookAgeMs,
                requestBudget,
                maxOpenOrders,
                scheduledCancelVolume,
                subAccountVolume,
                modifyAlwaysPlaces);
    }

    /** These rules with another minimum order value. */
    public VenueRules withMinNotional(Usd value) {
        return new VenueRules(
                latencyMs,
                value,
                takerFee,
                makerFee,
                maxBookAgeMs,
                requestBudget,
                maxOpenOrders,
                scheduledCancelVolume,
                subAccountVolume,
                modifyAlwaysPlaces);
    }

    /** These rules with other fees. */
    public VenueRules withFees(Rate taker, Rate maker) {
        return new VenueRules(
                latencyMs,
                minNotional,
                taker,
                maker,
                maxBookAgeMs,
                requestBudget,
                maxOpenOrders,
                scheduledCancelVolume,
                subAccountVolume,
                modifyAlwaysPlaces);
    }

    /** These rules with another address budget. */
    public VenueRules withRequestBudget(long value) {
        return new VenueRules(
                latencyMs,
                minNotional,
                takerFee,
                makerFee,
                maxBookAgeMs,
                value,
                maxOpenOrders,
                scheduledCancelVolume,
                subAccountVolume,
                modifyAlwaysPlaces);
    }

    /** These rules with other volume gates. */
    public VenueRules withVolumeGates(Usd scheduledCancel, Usd subAccount) {
        return new VenueRules(
                latencyMs,
                minNotional,
                takerFee,
                makerFee,
                maxBookAgeMs,
                requestBudget,
                maxOpenOrders,
                scheduledCancel,
                subAccount,
                modifyAlwaysPlaces);
    }
}
