package dev.sparkstacker.app.config.model;

/** Which Hyperliquid. */
public enum VenueNetwork {
    MAINNET,
    TESTNET
}
