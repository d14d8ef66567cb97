package dev.sparkstacker.wire.check;

import dev.sparkstacker.wire.exchange.ExchangeResponse;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Shape;
import dev.sparkstacker.wire.json.WireException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Checks one recording, whose form is recognised by its content. */
final class Recordings {
    private final Consumer<Case> out;
    private final Exchanges exchanges;
    private final Frames frames;

    Recordings(Consumer<Case> out) {
        this.out = out;
        this.exchanges = new Exchanges(out);
        this.frames = new Frames(out);
    }

    void check(String name, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        Optional<TextForm.Rest> rest = TextForm.rest(text);
        List<TextForm.Frame> textFrames = TextForm.frames(text);
        if (rest.isPresent()) {
            rest(name, rest.get());
        } else if (!textFrames.isEmpty()) {
            for (TextForm.Frame frame : textFrames) {
                parsed(name + " #" + frame.place(), frame.json(), tree -> textFrame(name + " #" + frame.place(), tree));
            }
        } else {
            json(name, content, text);
        }
    }

    private void json(String name, byte[] content, String text) {
        JsonNode tree;
        try {
            tree = Json.parse(content);
        } catch (WireException whole) {
            List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
            if (lines.size() > 1 && lines.stream().allMatch(Recordings::isJsonLine)) {
                for (int i = 0; i < lines.size(); i++) {
                    String place = name + " line " + (i + 1);
                    parsed(place, lines.get(i), line -> tree(place, line));
                }
            } else {
                out.accept(Case.mismatch(name, String.valueOf(whole.getMessage())));
            }
            return;
        }
        tree(name, tree);
    }

    private static boolean isJsonLine(String line) {
        String trimmed = line.strip();
        return trimmed.startsWith("{") && trimmed.endsWith("}");
    }

    private void parsed(String name, String json, Consumer<JsonNode> then) {
        try {
            then.accept(Json.parse(json));
        } catch (WireException e) {
            out.accept(Case.mismatch(name, String.valueOf(e.getMessage())));
        }
    }

    private void rest(String name, TextForm.Rest rest) {
        parsed(name, rest.json(), tree -> {
            if (rest.path().endsWith("/exchange")) {
                out.accept(RoundTrip.answer(name, "exchange", Shape.of(ExchangeResponse.class), tree, true)
                        .result());
            } else {
                out.accept(AnswerGuess.check(name, tree));
            }
        });
    }

    private void textFrame(String name, JsonNode tree) {
        if (Frames.recognises(tree)) {
            frames.frame(name, tree, true);
        } else {
            out.accept(Case.skipped(name, "neither a channel nor a method"));
        }
    }

    private void tree(String name, JsonNode tree) {
        if (Frames.recognises(tree)) {
            frames.frame(name, tree, false);
        } else if (tree.path("interactions").isArray()) {
            list(name, tree.path("interactions"));
        } else if (tree.has("request") && tree.has("response")) {
            exchanges.wrapped(name, tree);
        } else if (tree.isArray() && !tree.isEmpty()) {
            list(name, tree);
        } else {
            out.accept(Case.skipped(name, "holds no recorded exchange or frame"));
        }
    }

    private void list(String name, JsonNode list) {
        int i = 0;
        for (JsonNode element : list) {
            String label = element.path("case").asString(element.path("name").asString(""));
            element(name + "[" + i + "]" + (label.isEmpty() ? "" : " " + label), element);
            i++;
        }
    }

    private void element(String name, JsonNode element) {
        JsonNode message = element.path("message");
        if (element.has("request") && element.has("response")) {
            exchanges.wrapped(name, element);
        } else if (element.path("action").isObject() && element.has("response")) {
            exchanges.observed(name, element);
        } else if (Frames.recognises(element)) {
            frames.frame(name, element, false);
        } else if (Frames.recognises(message)) {
            frames.frame(name, message, true);
        } else if (message.isObject() && message.has("order") && message.has("status")) {
            out.accept(RoundTrip.answer(
                            name,
                            "orderUpdates element",
                            Shape.of(dev.sparkstacker.wire.ws.OrderUpdate.class),
                            message,
                            true)
                    .result());
        } else {
            out.accept(Case.skipped(name, "holds no recorded exchange or frame"));
        }
    }
}
