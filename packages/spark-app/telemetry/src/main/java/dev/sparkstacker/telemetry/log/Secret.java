package dev.sparkstacker.telemetry.log;

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

    /** Always the mask. */
    @Override
    public String toString() {
        return MASK;
    }
}
