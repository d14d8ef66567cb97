package dev.sparkstacker.hyperliquid.http;

import dev.sparkstacker.wire.exchange.ExchangeResponse;

/** What is known of an action after it was sent, or not. */
public sealed interface ActReply {
    /** The venue answered; its elements may still have failed. */
    record Answered(ExchangeResponse response) implements ActReply {}

    /** It is proved that the venue has not taken it: it never left, or was turned away unread. */
    record NotTaken(String detail) implements ActReply {}

    /** Nobody knows whether the venue has taken it. */
    record Unknown(String detail) implements ActReply {}
}
