package dev.sparkstacker.domain.codec;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The canonical binary form of one record, or of one sealed family of records, and of everything it is made of: the
 * same value always gives the same bytes, and only those bytes give it back. Nothing but values is written; what they
 * mean is the {@link #schema()}, whose hash a reader compares before it reads.
 *
 * <pre>
 *  record            its components in the order of their declaration
 *  sealed interface  one byte {@link WireId}, then the record
 *  enum              varint ordinal
 *  List              varint count, then the elements; never null inside
 *  byte[], long[]    varint count, then bytes or zigzag varints
 *  numbers, strings  see {@link ByteSink}; nullable components see {@link ComponentCodec}
 * </pre>
 *
 * <p>Building one reflects over all types involved: build it once and keep it. Encoding and decoding are safe from
 * several threads, each with its own sink or source.
 *
 * @param <T> the record or sealed interface
 */
public final class RecordCodec<T> {
    private final Class<T> type;
    private final TypeCodec codec;
    private final String schema;
    private final long schemaHash;

    private RecordCodec(Class<T> type, TypeCodec codec) {
        this.type = type;
        this.codec = codec;
        SortedMap<String, String> definitions = new TreeMap<>();
        codec.define(definitions);
        StringBuilder text = new StringBuilder("root ").append(codec.name()).append('\n');
        definitions.forEach((name, definition) ->
                text.append(name).append(" = ").append(definition).append('\n'));
        schema = text.toString();
        schemaHash = StateHash.of(schema);
    }

    /**
     * Builds the codec of a type.
     *
     * @throws IllegalArgumentException if a type involved has no canonical form; the message names it
     */
    public static <T> RecordCodec<T> forType(Class<T> type) {
        return new RecordCodec<>(type, new CodecBuilder().build(type));
    }

    /** Appends a value. @throws IllegalArgumentException if it holds a null that is not declared; the sink is as before */
    public void encode(T value, ByteSink sink) {
        int before = sink.size();
        try {
            codec.write(value, sink);
        } catch (RuntimeException refused) {
            sink.truncate(before);
            throw refused;
        }
    }

    /** The bytes of a value, for tests and rare uses; {@link #encode} reuses its sink. */
    public byte[] toBytes(T value) {
        ByteSink sink = new ByteSink();
        encode(value, sink);
        return sink.toByteArray();
    }

    /** Reads one value and leaves the source behind it. @throws CodecException if the bytes are not canonical */
    public T decode(ByteSource source) {
        return type.cast(codec.read(source));
    }

    /** Reads the one value the bytes hold. @throws CodecException if they are not canonical, or too many */
    public T fromBytes(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        T value = decode(source);
        source.expectEnd();
        return value;
    }

    /** The 64-bit hash of a value's bytes. */
    public long hash(T value, ByteSink scratch) {
        scratch.clear();
        encode(value, scratch);
        return StateHash.of(scratch);
    }

    /** All types involved, one a line, sorted by name: the same text for the same form. */
    public String schema() {
        return schema;
    }

    /** {@link StateHash} of the schema. */
    public long schemaHash() {
        return schemaHash;
    }
}
