package dev.sparkstacker.wire.json;

import tools.jackson.databind.JsonNode;

/** A shape looked up at first use, so that a type may contain itself (orders have child orders). */
final class LazyShape<T> extends Shape<T> {
    private final Class<T> type;

    LazyShape(Class<T> type) {
        this.type = type;
    }

    @Override
    T read(JsonNode node, Place place) throws WireException {
        return Shapes.of(type).read(node, place);
    }

    @Override
    JsonNode write(T value, Place place) {
        return Shapes.of(type).write(value, place);
    }

    @Override
    T empty(Place place) throws WireException {
        return Shapes.of(type).empty(place);
    }
}
