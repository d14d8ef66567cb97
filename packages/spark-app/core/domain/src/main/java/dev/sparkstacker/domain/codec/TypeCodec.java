package dev.sparkstacker.domain.codec;

import java.util.SortedMap;

/** Writes and reads the values of one Java type. */
interface TypeCodec {
    void write(Object value, ByteSink sink);

    /** Reads a value. @throws CodecException if the bytes are not the canonical form of one */
    Object read(ByteSource source);

    /** How the schema names the type. */
    String name();

    /** Fewest bytes a value takes. */
    int minBytes();

    /** Adds the definitions of this type and of all it is made of to the schema, by name. */
    default void define(SortedMap<String, String> definitions) {}
}
