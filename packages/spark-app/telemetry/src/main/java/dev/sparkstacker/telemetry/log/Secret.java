package dev.sparkstacker.telemetry.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A key, token or signature. It cannot be printed by accident: its text is {@code ***}, in messages, fields and
 * exceptions alike. Whoever needs the value asks for it by name.
 */
public final class Secret {
    /** What is written in its place. */
    public static final String MASK = "***";

    private final String value;

    /** Wraps a value. */
    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, for the one place that uses it. */
    public String reveal() {
        return value;
    }

    /** Whether both hide the same value, found in a time that does not depend on where they differ. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for all, so that it tells nothing of the value. */
    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    /** Always the mask. */
    @Override
    public String toString() {
        return MASK;
    }
}
