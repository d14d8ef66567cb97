package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.ws.PostReply;
import dev.sparkstacker.wire.ws.PostRequest;
import dev.sparkstacker.wire.ws.PostResponse;
import dev.sparkstacker.wire.ws.Subscription;
import dev.sparkstacker.wire.ws.SubscriptionReply;
import dev.sparkstacker.wire.ws.WsMessage;
import dev.sparkstacker.wire.ws.WsRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Handles frames from websocket clients: subscriptions, pings, posts. */
final class WsDesk {
    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:\\s*\"(\\w+)\"");

    private final VenueTasks tasks;
    private final RestDesk rest;
    private final TopicWriter writer;
    private final Broadcaster broadcaster;
    private final VenueLimits limits;

    WsDesk(VenueTasks tasks, RestDesk rest, TopicWriter writer, Broadcaster broadcaster, VenueLimits limits) {
        this.tasks = tasks;
        this.rest = rest;
        this.writer = writer;
        this.broadcaster = broadcaster;
        this.limits = limits;
    }

    /** The method that a client's frame names, or the empty text. */
    static String method(String frame) {
        Matcher found = METHOD.matcher(frame);
        return found.find() ? found.group(1) : "";
    }

    /** Handles one frame. */
    void onFrame(WsConnection connection, String frame) {
        if (!connection.quota().takeMessage(rest.venueMs())) {
            error(connection, "Too many messages sent. Limit is " + limits.messagesPerMinute() + " per minute.");
            return;
        }
        WsRequest request;
        try {
            request = WsRequest.read(Json.parse(frame));
        } catch (WireException unreadable) {
            error(connection, unreadableText(frame));
            return;
        }
        switch (request) {
            case WsRequest.Ping _ -> connection.send(new WsMessage.Pong().text());
            case WsRequest.Subscribe(Subscription subscription) ->
                tasks.post(() -> subscribe(connection, subscription));
            case WsRequest.Unsubscribe(Subscription subscription) ->
                tasks.post(() -> unsubscribe(connection, subscription));
            case WsRequest.Post(long id, PostRequest post) -> post(connection, id, post);
        }
    }

    /** Forgets a connection. */
    void onClose(WsConnection connection) {
        tasks.post(() -> {
            connection.topics.forEach((key, subscription) -> {
                broadcaster.leave(key, connection);
                connection.quota().unsubscribed(TopicWriter.user(subscription));
            });
            connection.topics.clear();
        });
    }

    private static String unreadableText(String frame) {
        String shown = frame.length() > 500 ? frame.substring(0, 500) : frame;
        try {
            JsonNode tree = Json.parse(frame);
            String method = tree.path("method").asString("");
            if (method.equals("subscribe") || method.equals("unsubscribe")) {
                return "Invalid subscription " + Json.text(tree.path("subscription"));
            }
        } catch (WireException notJson) {
            return "Error parsing JSON into valid websocket request: " + shown;
        }
        return "Error parsing JSON into valid websocket request: " + shown;
    }

    private void subscribe(WsConnection connection, Subscription subscription) {
        ObjectNode normalised = normalised(subscription);
        String key = Json.text(normalised);
        Optional<String> user = TopicWriter.user(subscription);
        if (!writer.canServe(subscription)) {
            error(connection, "Invalid subscription " + key);
        } else if (connection.topics.containsKey(key)) {
            error(connection, "Already subscribed: " + key);
        } else if (connection.quota().isOneSubscriptionTooMany()) {
            error(connection, "Cannot subscribe to more than " + limits.subscriptions() + " channels.");
        } else if (user.isPresent() && connection.quota().isOneUserTooMany(user.get())) {
            error(connection, "Cannot track more than " + limits.users() + " total users.");
        } else {
            connection.topics.put(key, subscription);
            broadcaster.topic(key, subscription).connections().add(connection);
            connection.quota().subscribed(user);
            acknowledge(connection, "subscribe", normalised);
            WsMessage state = writer.state(subscription);
            if (state != null) {
                connection.send(state.text());
            }
        }
    }

    private void unsubscribe(WsConnection connection, Subscription subscription) {
        ObjectNode normalised = normalised(subscription);
        String key = Json.text(normalised);
        if (connection.topics.remove(key) == null) {
            error(connection, "Already unsubscribed: " + key);
            return;
        }
        broadcaster.leave(key, connection);
        connection.quota().unsubscribed(TopicWriter.user(subscription));
        acknowledge(connection, "unsubscribe", normalised);
    }

    private static ObjectNode normalised(Subscription subscription) {
        ObjectNode tree = subscription.normalised();
        JsonNode user = tree.get("user");
        if (user != null && user.isString()) {
            tree.put("user", user.stringValue().toLowerCase(Locale.ROOT));
        }
        return tree;
    }

    private static void acknowledge(WsConnection connection, String method, ObjectNode subscription) {
        connection.send(new WsMessage.Subscribed(new SubscriptionReply(method, subscription)).text());
    }

    private void post(WsConnection connection, long id, PostRequest post) {
        if (!connection.quota().post()) {
            error(connection, "too many pending post requests id=" + id);
            return;
        }
        CompletableFuture<PostResponse> answer = switch (post) {
            case PostRequest.InfoPost(JsonNode payload) ->
                rest.info(connection.quota(), payload)
                        .thenApply(data -> new PostResponse.InfoReply(new PostResponse.InfoPayload(
                                payload.path("type").asString(""), data)));
            case PostRequest.ActionPost(var payload) ->
                rest.exchange(connection.quota(), payload).thenApply(PostResponse.ActionReply::new);
        };
        var _ = answer.whenComplete((response, failed) -> {
            connection.quota().answered();
            reply(connection, id, failed == null ? response : new PostResponse.Failed(failure(failed)));
        });
    }

    private static String failure(Throwable failed) {
        Throwable cause = failed instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failed;
        if (cause instanceof RestDesk.OverLimitException) {
            return "429 Too Many Requests";
        }
        return cause instanceof WireException ? "422 " + RestDesk.UNREADABLE : "500 Internal Server Error";
    }

    private static void reply(WsConnection connection, long id, PostResponse response) {
        connection.send(new WsMessage.Posted(new PostReply(id, response)).text());
    }

    private static void error(WsConnection connection, String text) {
        connection.send(new WsMessage.Failed(text).text());
    }
}
