package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import tools.jackson.databind.JsonNode;

/** The answer inside a post reply. */
@TaggedBy("type")
public sealed interface PostResponse {

    /** Answer of /info: the request's type and its data. */
    @Tag("info")
    record InfoReply(InfoPayload payload) implements PostResponse {}

    /** Answer of /exchange; a refused action is here too. */
    @Tag("action")
    record ActionReply(ExchangeResponse payload) implements PostResponse {}

    /** The transport failed; the text mirrors an HTTP status. */
    @Tag("error")
    record Failed(String payload) implements PostResponse {}

    /** An info answer. */
    record InfoPayload(String type, JsonNode data) {}
}
