package dev.sparkstacker.wire.info;

/**
 * A named agent (API wallet) of an account.
 *
 * @param validUntil unix ms
 */
public record ExtraAgent(String name, String address, long validUntil) {}
