package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.WireName;

/** Time in force. */
public enum Tif {
    /** Post only. */
    @WireName("Alo")
    ALO,
    /** Immediate or cancel. */
    @WireName("Ioc")
    IOC,
    /** Good till cancelled. */
    @WireName("Gtc")
    GTC,
    /** What the venue's own page sends for a market order. */
    @WireName("FrontendMarket")
    FRONTEND_MARKET,
    /** Seen in reports of liquidations only. */
    @WireName("LiquidationMarket")
    LIQUIDATION_MARKET
}
