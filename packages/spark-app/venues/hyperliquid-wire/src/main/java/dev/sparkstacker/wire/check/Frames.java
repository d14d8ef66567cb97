package dev.sparkstacker.wire.check;

import dev.sparkstacker.wire.exchange.ExchangeRequest;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Shape;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.ws.PostRequest;
import dev.sparkstacker.wire.ws.PostResponse;
import dev.sparkstacker.wire.ws.Subscription;
import dev.sparkstacker.wire.ws.WsMessage;
import dev.sparkstacker.wire.ws.WsRequest;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Checks websocket frames of either direction. */
final class Frames {
    private final Consumer<Case> out;

    Frames(Consumer<Case> out) {
        this.out = out;
    }

    static boolean recognises(JsonNode tree) {
        return tree.isObject()
                && (tree.path("channel").isString() || tree.path("method").isString());
    }

    /**
     * Checks a frame.
     *
     * @param trimmed whether its recorder may have left keys out
     */
    void frame(String name, JsonNode frame, boolean trimmed) {
        if (frame.has("channel")) {
            message(name, frame, trimmed);
        } else {
            request(name, frame);
        }
    }

    private void message(String name, JsonNode frame, boolean trimmed) {
        String channel = frame.path("channel").asString("");
        RoundTrip.Result<WsMessage> read = RoundTrip.answer(name, channel, Shape.of(WsMessage.class), frame, trimmed);
        Optional<WsMessage> value = read.value();
        if (value.isPresent() && value.get() instanceof WsMessage.Other) {
            out.accept(Exchanges.documented(name, Documented.CHANNELS.contains(channel), channel, frame));
            return;
        }
        out.accept(read.result());
        if (value.isPresent() && value.get() instanceof WsMessage.Subscribed(var reply)) {
            subscription(name + " subscription", reply.subscription());
        } else if (value.isPresent()
                && value.get() instanceof WsMessage.Posted(var posted)
                && posted.response() instanceof PostResponse.InfoReply(var payload)) {
            out.accept(AnswerGuess.check(name + " " + payload.type(), payload.data()));
        }
    }

    private void request(String name, JsonNode frame) {
        String method = frame.path("method").asString("");
        RoundTrip.Result<WsRequest> read = RoundTrip.request(name, method, Shape.of(WsRequest.class), frame);
        Optional<WsRequest> value = read.value();
        if (value.isEmpty()) {
            out.accept(read.result());
            return;
        }
        switch (value.get()) {
            case WsRequest.Subscribe(Subscription.Other(JsonNode raw)) -> subscription(name, raw);
            case WsRequest.Unsubscribe(Subscription.Other(JsonNode raw)) -> subscription(name, raw);
            case WsRequest.Post(long id, PostRequest post) -> {
                out.accept(read.result());
                post(name + " post " + id, post);
            }
            case WsRequest.Subscribe _, WsRequest.Unsubscribe _, WsRequest.Ping _ -> out.accept(read.result());
        }
    }

    private void post(String name, PostRequest post) {
        switch (post) {
            case PostRequest.InfoPost(JsonNode payload) -> {
                String type = payload.path("type").asString("");
                try {
                    boolean other = InfoRequest.read(payload) instanceof InfoRequest.Other;
                    out.accept(
                            other
                                    ? Exchanges.documented(name, Documented.INFO.contains(type), type, payload)
                                    : RoundTrip.request(name, type, Shape.of(InfoRequest.class), payload)
                                            .result());
                } catch (WireException e) {
                    out.accept(Case.mismatch(name, type + " " + e.getMessage()));
                }
            }
            case PostRequest.ActionPost(ExchangeRequest payload) ->
                new Exchanges(out).action(name, Json.tree(ExchangeRequest.class, payload));
        }
    }

    private void subscription(String name, JsonNode subscription) {
        String type = subscription.path("type").asString("");
        RoundTrip.Result<Subscription> read = RoundTrip.request(name, type, Shape.of(Subscription.class), subscription);
        if (read.value().isPresent() && read.value().get() instanceof Subscription.Other) {
            out.accept(Exchanges.documented(name, Documented.CHANNELS.contains(type), type, subscription));
        } else {
            out.accept(read.result());
        }
    }
}
