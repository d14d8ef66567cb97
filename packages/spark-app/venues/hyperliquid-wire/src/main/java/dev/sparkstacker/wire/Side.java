package dev.sparkstacker.wire;

import dev.sparkstacker.wire.json.WireName;

/** The side of an order or, in trades, of the aggressor. */
public enum Side {
    /** Buy. */
    @WireName("B")
    BID,
    /** Sell. */
    @WireName("A")
    ASK
}
