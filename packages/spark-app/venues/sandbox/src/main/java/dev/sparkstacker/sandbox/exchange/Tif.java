package dev.sparkstacker.sandbox.exchange;

/** How long a limit order works, with the venue's spelling. */
public enum Tif {
    GTC("Gtc"),
    IOC("Ioc"),
    ALO("Alo"),
    /** An immediate-or-cancel order that reports call a market order. */
    FRONTEND_MARKET("FrontendMarket"),
    /** The venue's own order that closes a liquidated position. */
    LIQUIDATION_MARKET("LiquidationMarket");

    private final String text;

    Tif(String text) {
        this.text = text;
    }

    /** The venue's spelling. */
    public String text() {
        return text;
    }

    /** Whether what does not match at once is dropped. */
    public boolean isImmediate() {
        return this == IOC || this == FRONTEND_MARKET || this == LIQUIDATION_MARKET;
    }
}
