package dev.sparkstacker.wire.json;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A value or JSON {@code null}, for answers that are null when the venue knows nothing of the kind. */
final class OptionalShape<T> extends Shape<Optional<T>> {
    private final Shape<T> shape;

    OptionalShape(Shape<T> shape) {
        this.shape = shape;
    }

    @Override
    Optional<T> read(JsonNode node, Place place) throws WireException {
        return node.isNull() ? Optional.empty() : Optional.of(shape.read(node, place));
    }

    @Override
    JsonNode write(Optional<T> value, Place place) {
        return value.isPresent() ? shape.write(value.get(), place) : JsonNodeFactory.instance.nullNode();
    }
}
