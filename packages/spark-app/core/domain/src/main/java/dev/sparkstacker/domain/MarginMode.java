package dev.sparkstacker.domain;

/** How a position's margin is held at the venue. */
public enum MarginMode {
    CROSS,
    ISOLATED
}
