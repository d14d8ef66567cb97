package dev.sparkstacker.wire.json;

import dev.sparkstacker.wire.json.WireException.Reason;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in and out of JSON text. Numbers with a fraction are {@link java.math.BigDecimal}, never a double; the same key
 * twice, anything after the first value, and messages beyond the limits are refused with a typed {@link WireException}.
 */
public final class Json {
    /** Deepest nesting accepted; the deepest documented message has 10 levels. */
    public static final int MAX_DEPTH = 64;

    /** Largest message accepted, in bytes; the largest recorded answer has under 200 KB, a full history about 5 MB. */
    public static final int MAX_BYTES = 32 * 1024 * 1024;

    private static final int MAX_STRING = 1024 * 1024;
    private static final int MAX_NUMBER = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_STRING)
                            .maxNumberLength(MAX_NUMBER)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private Json() {}

    /**
     * Parses JSON text.
     *
     * @throws WireException NOT_JSON, TOO_LARGE, TOO_DEEP or DUPLICATE_KEY
     */
    public static JsonNode parse(byte[] utf8) throws WireException {
        if (utf8.length > MAX_BYTES) {
            throw new WireException(Reason.TOO_LARGE, "", utf8.length + " bytes, limit " + MAX_BYTES);
        }
        try {
            JsonNode node = MAPPER.readTree(utf8);
            if (node == null || node.isMissingNode()) {
                throw new WireException(Reason.NOT_JSON, "", "empty message");
            }
            return node;
        } catch (JacksonException e) {
            throw refused(e);
        }
    }

    /** Parses JSON text; as {@link #parse(byte[])}. */
    public static JsonNode parse(String text) throws WireException {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static WireException refused(JacksonException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            return new WireException(message.contains("nesting") ? Reason.TOO_DEEP : Reason.TOO_LARGE, "", message);
        }
        if (e instanceof MismatchedInputException && message.contains("Duplicate")) {
            return new WireException(Reason.DUPLICATE_KEY, "", message);
        }
        return new WireException(Reason.NOT_JSON, "", message);
    }

    /** Reads a record or a member of a sealed family from a tree. */
    public static <T> T read(Class<T> type, JsonNode node) throws WireException {
        return Shape.of(type).read(node);
    }

    /** Reads a record or a member of a sealed family from text. */
    public static <T> T read(Class<T> type, byte[] utf8) throws WireException {
        return read(type, parse(utf8));
    }

    /** Reads a record or a member of a sealed family from text. */
    public static <T> T read(Class<T> type, String text) throws WireException {
        return read(type, parse(text));
    }

    /** The tree of a value of a family or record type; for actions its key order is the order that is hashed. */
    public static <T> JsonNode tree(Class<T> type, T value) {
        return Shape.of(type).write(value);
    }

    /** A tree as compact text. */
    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** A tree as compact UTF-8. */
    public static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** A value as compact text. */
    public static <T> String text(Class<T> type, T value) {
        return text(tree(type, value));
    }
}
