package dev.sparkstacker.wire.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a typed value does not hold of the JSON it was read from: undocumented keys, explicit nulls where the key is usually left
 * out, and keys that were missing. Value plus residue gives the original tree back, which is how recordings are checked.
 */
public final class Residue {
    private final boolean fillMissing;
    private final Map<String, JsonNode> extra = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final Map<String, String> absent = new LinkedHashMap<>();

    /** @param fillMissing true to accept a message that its recorder has trimmed: any missing key is noted instead of refused */
    public Residue(boolean fillMissing) {
        this.fillMissing = fillMissing;
    }

    boolean fillMissing() {
        return fillMissing;
    }

    void keep(String objectPath, String key, JsonNode value, boolean documented) {
        extra.put(objectPath + "/" + key, value);
        if (!documented) {
            unknown.add(objectPath + "/" + key);
        }
    }

    void absent(String objectPath, String key, boolean usual) {
        absent.put(objectPath + "/" + key, usual ? "" : key);
    }

    boolean isAbsent(String objectPath, String key) {
        return absent.containsKey(objectPath + "/" + key);
    }

    @Nullable
    JsonNode kept(String objectPath, String key) {
        return extra.get(objectPath + "/" + key);
    }

    /** Paths of undocumented keys that were kept aside. */
    public List<String> unknownKeys() {
        return List.copyOf(unknown);
    }

    /** Names of required keys that were missing and tolerated; each name once. */
    public List<String> missingKeys() {
        return absent.values().stream().filter(k -> !k.isEmpty()).distinct().toList();
    }

    /** Keys of the given object that were kept aside, in document order. */
    Map<String, JsonNode> unknownOf(String objectPath) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        String prefix = objectPath + "/";
        for (String path : unknown) {
            if (path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0) {
                JsonNode value = extra.get(path);
                if (value != null) {
                    found.put(path.substring(prefix.length()), value);
                }
            }
        }
        return found;
    }
}
