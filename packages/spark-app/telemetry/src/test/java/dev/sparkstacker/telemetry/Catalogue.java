package dev.sparkstacker.telemetry;

import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The shared catalogue files, as they are in the repository. */
public final class Catalogue {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Catalogue() {}

    /** Reads {@code packages/shared/catalog/<name>}. */
    public static JsonNode read(String name) {
        return JSON.readTree(Path.of("packages/shared/catalog", name).toFile());
    }

    /** Parses one JSON text. */
    public static JsonNode parse(String json) {
        return JSON.readTree(json);
    }
}
