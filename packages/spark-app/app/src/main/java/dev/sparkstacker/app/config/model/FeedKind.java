package dev.sparkstacker.app.config.model;

/** Where the prices of the sandbox come from. */
public enum FeedKind {
    /** A seeded generator; synthetic, and labelled so. */
    GENERATOR,
    /** A recorded market in a file. */
    FILE,
    /** The public feed of Hyperliquid. */
    HYPERLIQUID
}
