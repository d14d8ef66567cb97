package dev.sparkstacker.domain;

/** How long an order works at the venue. */
public enum TimeInForce {
    /** Good till cancelled. */
    GTC,
    /** Immediate or cancel. */
    IOC,
    /** Add liquidity only: refused if it would match at once. */
    ALO
}
