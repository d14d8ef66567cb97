package dev.sparkstacker.wire.ws;

import tools.jackson.databind.JsonNode;

/** What was subscribed or unsubscribed, normalised; read it with {@link Subscription#read}. */
public record SubscriptionReply(String method, JsonNode subscription) {}
