package dev.sparkstacker.app.config;

import dev.sparkstacker.app.config.source.Origin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a configuration is made from.
 *
 * @param file the configuration file
 * @param home the product's folder: {@code .env} is read there and relative folders start there
 * @param environment the environment variables
 * @param flags what the command line sets
 */
public record ConfigRequest(Path file, Path home, Map<String, String> environment, List<Flag> flags) {
    /**
     * A setting the command line sets.
     *
     * @param origin the flag
     * @param path the setting
     * @param text its value
     */
    public record Flag(Origin.FromFlag origin, String path, String text) {
        public static Flag of(String flag, String path, Object value) {
            return new Flag(new Origin.FromFlag(flag), path, value.toString());
        }
    }
}
