package dev.sparkstacker.domain;

/** Which leg of a strategy's linked pair a position or an order belongs to. */
public enum LegRole {
    /** The leg that carries the strategy's view. */
    MAIN,
    /** The smaller opposite leg on another account. */
    HEDGE
}
