package dev.sparkstacker.wire.info;

/**
 * A non-funding change of an account's money.
 */
public record LedgerUpdate(long time, String hash, LedgerDelta delta) {}
