package dev.sparkstacker.wire.ws;

import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import dev.sparkstacker.wire.json.WireException;
import tools.jackson.databind.JsonNode;

/** A frame from client to server. */
@TaggedBy("method")
public sealed interface WsRequest {

    /** Asks for messages. */
    @Tag("subscribe")
    record Subscribe(Subscription subscription) implements WsRequest {}

    /** Asks for no more of them. */
    @Tag("unsubscribe")
    record Unsubscribe(Subscription subscription) implements WsRequest {}

    /** Asks for a pong. */
    @Tag("ping")
    record Ping() implements WsRequest {}

    /** A REST request over the websocket; the reply carries the id. */
    @Tag("post")
    record Post(long id, PostRequest request) implements WsRequest {}

    /**
     * Reads a frame.
     *
     * @throws WireException UNKNOWN_TYPE for an unknown method, otherwise what is wrong and where
     */
    static WsRequest read(JsonNode frame) throws WireException {
        return Json.read(WsRequest.class, frame);
    }

    /** The frame as a tree. */
    default JsonNode tree() {
        return Json.tree(WsRequest.class, this);
    }
}
