package dev.sparkstacker.strategies;

/** Where a strategy stands in its market, as its fills say. */
public enum Stance {
    FLAT,
    LONG,
    SHORT,
    /** Entering or leaving: what is wanted now waits until that is done. */
    BUSY
}
