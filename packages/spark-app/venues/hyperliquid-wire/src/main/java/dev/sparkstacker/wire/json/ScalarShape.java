package dev.sparkstacker.wire.json;

import dev.sparkstacker.wire.json.RecordShape.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A record of one component, written as that component. */
final class ScalarShape<T> extends Shape<T> {
    private final RecordShape<T> record;
    private final Field field;

    ScalarShape(RecordShape<T> record) {
        this.record = record;
        this.field = record.fields().getFirst();
    }

    @Override
    T read(JsonNode node, Place place) throws WireException {
        return record.construct(new @Nullable Object[] {field.shape().read(node, place)}, place);
    }

    @Override
    JsonNode write(T value, Place place) {
        Object component = RecordShape.get(field.accessor(), value);
        if (component == null) {
            throw new IllegalStateException("a scalar record holds a value");
        }
        return field.shape().writeAny(component, place);
    }

    @Override
    T empty(Place place) throws WireException {
        return record.construct(new @Nullable Object[] {field.shape().empty(place)}, place);
    }
}
