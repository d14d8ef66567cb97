package dev.sparkstacker.domain.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record. Numbers are read from the record without boxing, which is why the kinds differ.
 *
 * <pre>
 *  component            bytes
 *  -------------------  -------------------------------------------
 *  long, int            zigzag varint
 *  boolean              0 or 1
 *  double               raw bits, int64
 *  anything else        as its type is written
 *  …if it is @Nullable  0 for null, or 1 and the value
 * </pre>
 */
final class ComponentCodec {
    private enum Kind {
        INTEGRAL,
        BOOLEAN,
        DOUBLE,
        REFERENCE,
        NULLABLE
    }

    private final String name;
    private final Kind kind;
    private final TypeCodec type;
    private final MethodHandle accessor;

    /** A component that the accessor reads from its record. */
    ComponentCodec(String name, TypeCodec type, boolean nullable, MethodHandle accessor) {
        Class<?> raw = accessor.type().returnType();
        this.name = name;
        this.type = type;
        if (raw == long.class || raw == int.class) {
            kind = Kind.INTEGRAL;
        } else if (raw == boolean.class) {
            kind = Kind.BOOLEAN;
        } else if (raw == double.class) {
            kind = Kind.DOUBLE;
        } else {
            kind = nullable ? Kind.NULLABLE : Kind.REFERENCE;
        }
        this.accessor = accessor.asType(MethodType.methodType(erased(kind), Object.class));
    }

    private static Class<?> erased(Kind kind) {
        return switch (kind) {
            case INTEGRAL -> long.class;
            case BOOLEAN -> boolean.class;
            case DOUBLE -> double.class;
            case REFERENCE, NULLABLE -> Object.class;
        };
    }

    void write(Object owner, ByteSink sink) {
        try {
            switch (kind) {
                case INTEGRAL -> sink.writeZigzag((long) accessor.invokeExact(owner));
                case BOOLEAN -> sink.writeBoolean((boolean) accessor.invokeExact(owner));
                case DOUBLE -> sink.writeDouble((double) accessor.invokeExact(owner));
                case REFERENCE -> writeReference((Object) accessor.invokeExact(owner), owner, sink);
                case NULLABLE -> writeNullable((Object) accessor.invokeExact(owner), sink);
            }
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable checked) {
            throw new IllegalStateException("The accessor of " + name + " failed", checked);
        }
    }

    private void writeReference(@Nullable Object value, Object owner, ByteSink sink) {
        if (value == null) {
            throw new IllegalArgumentException(owner.getClass().getName() + "." + name + " is null but not @Nullable");
        }
        type.write(value, sink);
    }

    private void writeNullable(@Nullable Object value, ByteSink sink) {
        sink.writeBoolean(value != null);
        if (value != null) {
            type.write(value, sink);
        }
    }

    @Nullable
    Object read(ByteSource source) {
        return kind == Kind.NULLABLE && !source.readBoolean() ? null : type.read(source);
    }

    int minBytes() {
        return kind == Kind.NULLABLE ? 1 : type.minBytes();
    }

    String describe() {
        return name + ": " + type.name() + (kind == Kind.NULLABLE ? "?" : "");
    }

    void define(SortedMap<String, String> definitions) {
        type.define(definitions);
    }
}
