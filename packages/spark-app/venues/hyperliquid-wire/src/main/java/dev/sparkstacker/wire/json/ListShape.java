package dev.sparkstacker.wire.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A JSON array; elements may be null only where the type says so. */
final class ListShape<T> extends Shape<List<T>> {
    private final Shape<T> element;
    private final boolean nullable;

    ListShape(Shape<T> element, boolean nullable) {
        this.element = element;
        this.nullable = nullable;
    }

    @Override
    @SuppressWarnings("NullAway") // null elements are kept exactly where the list's declared element type is nullable
    List<T> read(JsonNode node, Place place) throws WireException {
        if (!node.isArray()) {
            throw place.wrongType("an array", node);
        }
        List<T> values = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            JsonNode child = node.get(i);
            values.add(nullable && child.isNull() ? null : element.read(child, place.at(i)));
        }
        return Collections.unmodifiableList(values);
    }

    @Override
    JsonNode write(List<T> value, Place place) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(value.size());
        int i = 0;
        for (T each : value) {
            if (each == null) {
                array.addNull();
            } else {
                array.add(element.write(each, place.at(i)));
            }
            i++;
        }
        return array;
    }

    @Override
    List<T> empty(Place place) {
        return List.of();
    }
}
