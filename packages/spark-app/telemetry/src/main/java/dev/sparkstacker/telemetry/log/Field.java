package dev.sparkstacker.telemetry.log;

import org.jspecify.annotations.Nullable;

/**
 * One field of a line's data.
 *
 * @param name its name in the catalogue
 * @param value what it is; null leaves the field out, because unknown is unknown
 */
public record Field(String name, @Nullable Object value) {
    /** Names a value. */
    public static Field field(String name, @Nullable Object value) {
        return new Field(name, value);
    }
}
