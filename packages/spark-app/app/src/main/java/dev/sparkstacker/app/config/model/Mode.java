package dev.sparkstacker.app.config.model;

/** Where orders go. */
public enum Mode {
    /** To the sandbox; no key needed. */
    PAPER,
    /** To Hyperliquid. */
    LIVE
}
