package dev.sparkstacker.app.config.source;

import java.util.List;
import java.util.SequencedMap;

/** A configuration value without a type yet, knowing where it stands. */
public sealed interface Value {
    Origin origin();

    /** What it looks like, for messages. */
    String describe();

    /** {@code { … }} with its members in the order of the file. */
    record ObjectValue(Origin origin, SequencedMap<String, Member> members) implements Value {
        @Override
        public String describe() {
            return "an object";
        }
    }

    /** {@code [ … ]} */
    record ListValue(Origin origin, List<Value> items) implements Value {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param form how it was written
     * @param text its text: a number's digits as written, {@code true}, {@code null}, or a string's content
     */
    record Scalar(Origin origin, Form form, String text) implements Value {
        @Override
        public String describe() {
            return switch (form) {
                case NUMBER -> "the number " + text;
                case BOOLEAN, NULL -> text;
                case STRING, SUBSTITUTED ->
                    looksLikeKey() ? "what looks like a private key" : "the text \"" + text + "\"";
            };
        }

        /** Whether this may be a private key that somebody put where it does not belong; such a text is never shown. */
        public boolean looksLikeKey() {
            return text.strip().matches("(0x)?[0-9a-fA-F]{64}");
        }
    }

    /** How a single value was written. */
    enum Form {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL,
        /** Text that came from the environment or a flag, where everything is text and the type is the setting's. */
        SUBSTITUTED
    }

    /**
     * A key and its value.
     *
     * @param keyOrigin where the key stands
     * @param value its value
     */
    record Member(Origin keyOrigin, Value value) {}
}
