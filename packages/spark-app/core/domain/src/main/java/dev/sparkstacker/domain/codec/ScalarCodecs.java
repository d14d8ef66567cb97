package dev.sparkstacker.domain.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types that are not made of others. */
final class ScalarCodecs {
    /**
     * One type.
     *
     * @param name its name in the schema
     * @param minBytes fewest bytes a value takes
     */
    private record Scalar<T>(
            String name, int minBytes, Class<T> type, BiConsumer<ByteSink, T> writer, Function<ByteSource, T> reader)
            implements TypeCodec {
        @Override
        public void write(Object value, ByteSink sink) {
            writer.accept(sink, type.cast(value));
        }

        @Override
        public Object read(ByteSource source) {
            return Objects.requireNonNull(reader.apply(source));
        }
    }

    private final Map<Class<?>, TypeCodec> byType = new LinkedHashMap<>();

    ScalarCodecs() {
        Scalar<Long> int64 = new Scalar<>("long", 1, Long.class, ByteSink::writeZigzag, ByteSource::readZigzag);
        Scalar<Integer> int32 = new Scalar<>(
                "int", 1, Integer.class, (sink, value) -> sink.writeZigzag(value), ByteSource::readZigzagInt);
        Scalar<Boolean> flag =
                new Scalar<>("boolean", 1, Boolean.class, ByteSink::writeBoolean, ByteSource::readBoolean);
        Scalar<Double> real =
                new Scalar<>("double", Double.BYTES, Double.class, ByteSink::writeDouble, ByteSource::readDouble);
        byType.put(long.class, int64);
        byType.put(Long.class, int64);
        byType.put(int.class, int32);
        byType.put(Integer.class, int32);
        byType.put(boolean.class, flag);
        byType.put(Boolean.class, flag);
        byType.put(double.class, real);
        byType.put(Double.class, real);
        byType.put(
                String.class, new Scalar<>("string", 1, String.class, ByteSink::writeString, ByteSource::readString));
        byType.put(
                byte[].class,
                new Scalar<>("bytes", 1, byte[].class, ScalarCodecs::writeBytes, ScalarCodecs::readBytes));
        byType.put(
                long[].class,
                new Scalar<>("long[]", 1, long[].class, ScalarCodecs::writeLongs, ScalarCodecs::readLongs));
    }

    /** The codec of a type, or null if it is not one of these. */
    @Nullable
    TypeCodec find(Class<?> type) {
        return byType.get(type);
    }

    private static void writeBytes(ByteSink sink, byte[] bytes) {
        sink.writeVarint(bytes.length);
        sink.writeBytes(bytes, 0, bytes.length);
    }

    private static byte[] readBytes(ByteSource source) {
        return source.readBytes(source.readCount(1));
    }

    private static void writeLongs(ByteSink sink, long[] values) {
        sink.writeVarint(values.length);
        for (long value : values) {
            sink.writeZigzag(value);
        }
    }

    private static long[] readLongs(ByteSource source) {
        long[] values = new long[source.readCount(1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = source.readZigzag();
        }
        return values;
    }
}
