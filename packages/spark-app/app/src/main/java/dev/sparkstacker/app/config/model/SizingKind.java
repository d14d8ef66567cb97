package dev.sparkstacker.app.config.model;

/** How a position is sized. */
public enum SizingKind {
    FIXED_USD,
    PERCENT_EQUITY,
    RISK_BASED,
    FIXED_UNITS,
    KELLY
}
