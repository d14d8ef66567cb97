package dev.sparkstacker.wire.exchange;

import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Tag;
import dev.sparkstacker.wire.json.TaggedBy;
import dev.sparkstacker.wire.json.WireException;
import tools.jackson.databind.JsonNode;

/**
 * The answer of POST /exchange, always HTTP 200. Three layers of failure:
 *
 * <pre>
 * {"status":"err","response":"text"}                                        the whole request        -> Refused
 * {"status":"ok","response":{"type":"order","data":{"statuses":[..]}}}      element by element       -> OrderReply.Failed, CancelReply.Failed
 * {"status":"ok","response":{"type":"twapOrder","data":{"status":{..}}}}    the single element       -> TwapReply.Failed
 * </pre>
 */
@TaggedBy("status")
public sealed interface ExchangeResponse {

    /** The whole request was refused. */
    @Tag("err")
    record Refused(String response) implements ExchangeResponse {}

    /** The request was accepted; its elements may still have failed. */
    @Tag("ok")
    record Accepted(ExchangeData response) implements ExchangeResponse {}

    /** Reads an answer. */
    static ExchangeResponse read(JsonNode body) throws WireException {
        return Json.read(ExchangeResponse.class, body);
    }

    /** The answer as a tree. */
    default JsonNode tree() {
        return Json.tree(ExchangeResponse.class, this);
    }
}
