package dev.sparkstacker.wire.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON object used as a table from names to values. */
final class MapShape<T> extends Shape<Map<String, T>> {
    private final Shape<T> element;

    MapShape(Shape<T> element) {
        this.element = element;
    }

    @Override
    Map<String, T> read(JsonNode node, Place place) throws WireException {
        if (!node.isObject()) {
            throw place.wrongType("an object", node);
        }
        Map<String, T> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            values.put(entry.getKey(), element.read(entry.getValue(), place.at(entry.getKey())));
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    JsonNode write(Map<String, T> value, Place place) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        value.forEach((key, each) -> object.set(key, element.write(each, place.at(key))));
        return object;
    }

    @Override
    Map<String, T> empty(Place place) {
        return Collections.emptyMap();
    }
}
