package dev.sparkstacker.wire.exchange;

/** Cancels one order by the client's id. */
public record CloidCancelSpec(int asset, String cloid) {}
