package dev.sparkstacker.domain.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A record: its components in the order of their declaration, nothing between them. */
final class RecordTypeCodec implements TypeCodec {
    private final Class<?> type;
    private final ComponentCodec[] components;
    private final Constructor<?> constructor;

    /**
     * A codec that calls the canonical constructor given. A plain constructor links itself when it is first used; a
     * method handle for each would cost a tenth of a second at every start.
     */
    RecordTypeCodec(Class<?> type, List<ComponentCodec> components, Constructor<?> constructor) {
        this.type = type;
        this.components = components.toArray(ComponentCodec[]::new);
        this.constructor = constructor;
    }

    @Override
    public void write(Object value, ByteSink sink) {
        for (ComponentCodec component : components) {
            component.write(value, sink);
        }
    }

    @Override
    public Object read(ByteSource source) {
        int where = source.position();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i].read(source);
        }
        return construct(values, where);
    }

    /** A record refuses values that make no sense; here that means that the bytes were not written by one. */
    private Object construct(@Nullable Object[] values, int where) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof Error fatal) {
                throw fatal;
            }
            throw new CodecException("Not a valid " + type.getName() + ": " + cause, where, failed);
        } catch (ReflectiveOperationException unreachable) {
            throw new IllegalStateException("The constructor of " + type.getName() + " is closed", unreachable);
        }
    }

    @Override
    public String name() {
        return type.getName();
    }

    @Override
    public int minBytes() {
        int bytes = 0;
        for (ComponentCodec component : components) {
            bytes += component.minBytes();
        }
        return bytes;
    }

    @Override
    public void define(SortedMap<String, String> definitions) {
        List<ComponentCodec> parts = List.of(components);
        definitions.put(
                name(),
                parts.stream().map(ComponentCodec::describe).collect(Collectors.joining(", ", "record { ", " }")));
        parts.forEach(part -> part.define(definitions));
    }
}
