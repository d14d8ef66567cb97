package dev.sparkstacker.app.config;

import dev.sparkstacker.app.config.source.Origin;
import java.util.Map;

/** Where settings stand. */
public final class Places {
    private final Map<String, Origin> origins;
    private final Map<Object, String> paths;

    public Places(Map<String, Origin> origins, Map<Object, String> paths) {
        this.origins = origins;
        this.paths = paths;
    }

    /** Where a setting stands, or the nearest thing around it that stands somewhere. */
    public Origin originOf(String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(at.lastIndexOf('.'), 0))) {
            Origin origin = origins.get(at);
            if (origin != null && !(origin instanceof Origin.ByDefault)) {
                return origin;
            }
        }
        return origins.getOrDefault(path, new Origin.ByDefault());
    }

    /** Whether somebody set a single setting, by file, environment or flag. */
    public boolean isSet(String path) {
        Origin origin = origins.get(path);
        return origin != null && !(origin instanceof Origin.ByDefault);
    }

    /** The path of a record of settings. @throws IllegalArgumentException if it is not of this configuration */
    public String pathOf(Record settings) {
        String path = paths.get(settings);
        if (path == null) {
            throw new IllegalArgumentException("Not of this configuration: " + settings);
        }
        return path;
    }
}
