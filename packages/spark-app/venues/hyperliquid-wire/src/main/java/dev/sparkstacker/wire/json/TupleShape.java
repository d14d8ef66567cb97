package dev.sparkstacker.wire.json;

import dev.sparkstacker.wire.json.RecordShape.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A record as a JSON array of its components. */
final class TupleShape<T> extends Shape<T> {
    private final RecordShape<T> record;

    TupleShape(RecordShape<T> record) {
        this.record = record;
    }

    @Override
    T read(JsonNode node, Place place) throws WireException {
        List<Field> fields = record.fields();
        if (!node.isArray() || node.size() != fields.size()) {
            throw place.wrongType("an array of " + fields.size() + " elements", node);
        }
        @Nullable Object[] arguments = new @Nullable Object[fields.size()];
        for (int i = 0; i < arguments.length; i++) {
            Field field = fields.get(i);
            JsonNode value = node.get(i);
            arguments[i] =
                    value.isNull() && field.nullable() ? null : field.shape().read(value, place.at(i));
        }
        return record.construct(arguments, place);
    }

    @Override
    JsonNode write(T value, Place place) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int i = 0;
        for (Field field : record.fields()) {
            Object component = RecordShape.get(field.accessor(), value);
            if (component == null) {
                array.addNull();
            } else {
                array.add(field.shape().writeAny(component, place.at(i)));
            }
            i++;
        }
        return array;
    }
}
