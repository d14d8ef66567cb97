package dev.sparkstacker.wire.info;

/**
 * A funding payment in an account's history.
 */
public record FundingPayment(long time, String hash, FundingDelta delta) {}
