package dev.sparkstacker.wire.check;

import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Residue;
import dev.sparkstacker.wire.json.Shape;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.json.WireException.Reason;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks recorded REST exchanges. */
final class Exchanges {
    private static final int HTTP_OK = 200;

    private final Consumer<Case> out;

    Exchanges(Consumer<Case> out) {
        this.out = out;
    }

    /** A wrapper {@code {request, response}}; the answer's type follows from the request. */
    void wrapped(String name, JsonNode wrapper) {
        JsonNode request = wrapper.path("request");
        JsonNode response = wrapper.path("response");
        boolean failed = wrapper.path("httpStatus").asInt(HTTP_OK) != HTTP_OK;
        if (request.has("action")) {
            action(name + " request", request);
            answer(name + " response", failed, response, "exchange", Shape.of(ExchangeResponse.class), false);
        } else if (request.has("type")) {
            info(name, request, response, failed);
        } else {
            out.accept(Case.skipped(name, "the request names neither a type nor an action"));
        }
    }

    private void info(String name, JsonNode request, JsonNode response, boolean failed) {
        String type = request.path("type").asString("");
        @SuppressWarnings("rawtypes") // a class literal of a generic family
        RoundTrip.Result<InfoRequest> read =
                RoundTrip.request(name + " request", type, Shape.of(InfoRequest.class), request);
        if (read.value().isEmpty()) {
            out.accept(read.result());
            out.accept(RoundTrip.raw(name + " response", type, response));
        } else if (read.value().get() instanceof InfoRequest.Other) {
            out.accept(documented(name + " request", Documented.INFO.contains(type), type, request));
            out.accept(documented(name + " response", Documented.INFO.contains(type), type, response));
        } else {
            out.accept(read.result());
            InfoRequest<?> typed = read.value().get();
            answer(name + " response", failed, response, type, typed.answer(), false);
        }
    }

    private <T> void answer(
            String name, boolean failed, JsonNode response, String type, Shape<T> shape, boolean trimmed) {
        if (failed) {
            out.accept(RoundTrip.raw(name, type + " refused over HTTP", response));
        } else {
            out.accept(RoundTrip.answer(name, type, shape, response, trimmed).result());
        }
    }

    /** The request side: the action alone, or the whole envelope when it was recorded whole. */
    void action(String name, JsonNode request) {
        JsonNode action = request.path("action");
        String type = action.path("type").asString("");
        RoundTrip.Result<Action> read = RoundTrip.request(name, type, Shape.of(Action.class), action);
        if (read.value().isPresent() && read.value().get() instanceof Action.Other) {
            out.accept(documented(name, Documented.ACTIONS.contains(type), type, action));
            return;
        }
        out.accept(read.result());
        if (request.has("nonce") && request.has("signature")) {
            out.accept(RoundTrip.request(name + " envelope", type, Shape.of(ExchangeRequest.class), request)
                    .result());
        }
    }

    /** A note {@code {case, action, response}} as people publish them: the action is often abridged, the answer trimmed. */
    void observed(String name, JsonNode note) {
        JsonNode action = note.path("action");
        JsonNode response = note.path("response");
        String type = action.path("type").asString("");
        if (isInfo(action)) {
            out.accept(RoundTrip.answer(name + " response", type, typedAnswer(action), response, true)
                    .result());
            return;
        }
        observedAction(name + " action", type, action);
        if (response.has("status")) {
            answer(name + " response", false, response, "exchange", Shape.of(ExchangeResponse.class), true);
            return;
        }
        for (Map.Entry<String, JsonNode> part : response.properties()) {
            JsonNode asked = JsonNodeFactory.instance.objectNode().put("type", part.getKey());
            if (isInfo(asked)) {
                out.accept(
                        RoundTrip.answer(name + " response", part.getKey(), typedAnswer(asked), part.getValue(), true)
                                .result());
            } else {
                out.accept(RoundTrip.raw(name + " response", part.getKey(), part.getValue()));
            }
        }
    }

    private void observedAction(String name, String type, JsonNode action) {
        try {
            Action read = Json.read(Action.class, action);
            if (read instanceof Action.Other) {
                out.accept(documented(name, Documented.ACTIONS.contains(type), type, action));
            } else {
                out.accept(RoundTrip.request(name, type, Shape.of(Action.class), action)
                        .result());
            }
        } catch (WireException e) {
            boolean abridged = e.reason() == Reason.MISSING_FIELD
                    || (e.reason() == Reason.WRONG_TYPE && isProse(action.at(e.path())));
            String detail = type + " " + e.getMessage();
            out.accept(
                    abridged ? Case.skipped(name, "abridged by its source: " + detail) : Case.mismatch(name, detail));
        }
    }

    /** A person's words in the place of a value. */
    private static boolean isProse(JsonNode value) {
        return value.isString() && value.stringValue().matches(".*\\p{Alpha}.*");
    }

    /** Whether the type is an info request; required fields may be missing because notes leave them out. */
    private static boolean isInfo(JsonNode tree) {
        try {
            return !(Shape.of(InfoRequest.class).read(tree, new Residue(true)) instanceof InfoRequest.Other);
        } catch (WireException e) {
            return e.reason() == Reason.MISSING_FIELD && !e.path().equals("/type");
        }
    }

    private static Shape<?> typedAnswer(JsonNode request) {
        try {
            InfoRequest<?> typed = Shape.of(InfoRequest.class).read(request, new Residue(true));
            return typed.answer();
        } catch (WireException e) {
            return Shape.of(JsonNode.class);
        }
    }

    /** A type that is carried as JSON: documented ones are checked for loss, others reported. */
    static Case documented(String name, boolean documented, String type, JsonNode tree) {
        Case raw = RoundTrip.raw(name, type, tree);
        return documented || raw.kind() == Case.Kind.MISMATCH
                ? raw
                : Case.unknown(name, "\"" + type + "\" is not documented; carried as JSON without loss");
    }
}
