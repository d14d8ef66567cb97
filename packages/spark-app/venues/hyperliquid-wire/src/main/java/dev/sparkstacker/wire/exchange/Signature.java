package dev.sparkstacker.wire.exchange;

/**
 * A secp256k1 signature as posted.
 *
 * @param r 0x and hex, leading zeros optional
 * @param s 0x and hex, leading zeros optional; the lower half of the order
 * @param v 27 or 28
 */
public record Signature(String r, String s, int v) {}
