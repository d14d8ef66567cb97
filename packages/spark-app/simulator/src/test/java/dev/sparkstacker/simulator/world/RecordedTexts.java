package dev.sparkstacker.simulator.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Websocket frames that the real venue once sent, found anywhere within the recordings. */
final class RecordedTexts {
    private static final JsonMapper JSON = new JsonMapper();

    private RecordedTexts() {}

    /** Every object with a channel and data, as text; none where there are no recordings. */
    static List<String> frames(Path folder) throws IOException {
        List<String> frames = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return frames;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String text = Files.readString(file);
                if (!collect(text, frames)) {
                    text.lines().forEach(line -> {
                        boolean _ = collect(line, frames);
                    });
                }
            }
        }
        return frames;
    }

    private static boolean collect(String text, List<String> frames) {
        int start = text.indexOf('{');
        if (start < 0) {
            return false;
        }
        try {
            collect(JSON.readTree(text.substring(text.startsWith("[") ? 0 : start)), frames);
            return true;
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static void collect(JsonNode node, List<String> frames) {
        if (node.path("channel").isString() && node.has("data")) {
            frames.add(node.toString());
            return;
        }
        node.forEach(child -> collect(child, frames));
    }
}
