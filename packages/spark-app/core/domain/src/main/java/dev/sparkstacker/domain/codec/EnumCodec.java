package dev.sparkstacker.domain.codec;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** An enum, by ordinal; the schema lists the constants, so that a reordering changes its hash. */
final class EnumCodec implements TypeCodec {
    private final Class<?> type;
    private final Object[] constants;

    EnumCodec(Class<?> type, Object[] constants) {
        this.type = type;
        this.constants = constants;
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // the ordinal is the form; the schema hash notices when constants move
    public void write(Object value, ByteSink sink) {
        sink.writeVarint(((Enum<?>) value).ordinal());
    }

    @Override
    public Object read(ByteSource source) {
        int where = source.position();
        long ordinal = source.readVarint();
        if (ordinal < 0 || ordinal >= constants.length) {
            throw new CodecException("No constant " + ordinal + " in " + name(), where);
        }
        return constants[(int) ordinal];
    }

    @Override
    public String name() {
        return type.getName();
    }

    @Override
    public int minBytes() {
        return 1;
    }

    @Override
    public void define(SortedMap<String, String> definitions) {
        definitions.put(
                name(),
                Arrays.stream(constants)
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", ", "enum { ", " }")));
    }
}
