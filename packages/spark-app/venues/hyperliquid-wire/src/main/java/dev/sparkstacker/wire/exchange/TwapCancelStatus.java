package dev.sparkstacker.wire.exchange;

/** The single reply to a TWAP action. */
public record TwapCancelStatus(CancelReply status) {}
