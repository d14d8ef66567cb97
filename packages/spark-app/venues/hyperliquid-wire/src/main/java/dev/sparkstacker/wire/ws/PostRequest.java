package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import tools.jackson.databind.JsonNode;

/** The request inside a post. */
@TaggedBy("type")
public sealed interface PostRequest {

    /** Body of POST /info, to be read with {@link dev.sparkstacker.wire.info.InfoRequest#read}. */
    @Tag("info")
    record InfoPost(JsonNode payload) implements PostRequest {}

    /** Body of POST /exchange. */
    @Tag("action")
    record ActionPost(ExchangeRequest payload) implements PostRequest {}
}
