package dev.sparkstacker.hyperliquid.http;

import dev.sparkstacker.wire.exchange.ExchangeResponse;

/** What is known of an action after it was sent, or not. */
public sealed interface ActReply {
    /** The venue answered; its elements may still have failed. */
    record Answered(ExchangeResponse response) implements ActReply {}

    /** It is proved that the venue has not taken it: it never left, or was turned away unread. */
    record NotTaken(String detail) implements ActReply {}

    /** Nobody knows whether the venue has taken it. */
    record Unknown(String detail) implements ActReply {
        private static final String THROTTLED = "HTTP 429";

        /** The venue turned it away for being one request too many, or took it all the same. */
        static Unknown throttled() {
            return new Unknown(THROTTLED + ": the request budget is exhausted, the act may still have been taken");
        }

        /** Whether it was turned away for being one request too many. */
        public boolean isThrottled() {
            return detail.startsWith(THROTTLED);
        }
    }
}
