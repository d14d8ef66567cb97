package dev.sparkstacker.wire.json;

import dev.sparkstacker.wire.json.WireException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How values of one type look as JSON, in both directions. Immutable; obtain one with {@link #of}, {@link #listOf} and so on. */
public abstract class Shape<T> {

    /** The shape of a record or sealed family; built once for each class. */
    public static <T> Shape<T> of(Class<T> type) {
        return Shapes.of(type);
    }

    /** A JSON array of such values. */
    public static <T> Shape<List<T>> listOf(Class<T> type) {
        return new ListShape<>(of(type), false);
    }

    /** A JSON array of values of the given shape. */
    public static <T> Shape<List<T>> list(Shape<T> element) {
        return new ListShape<>(element, false);
    }

    /** A JSON object whose keys are names and whose values are of the given type, in document order. */
    public static <T> Shape<Map<String, T>> mapOf(Class<T> type) {
        return new MapShape<>(of(type));
    }

    /** The given shape or JSON {@code null}. */
    public static <T> Shape<Optional<T>> optional(Shape<T> shape) {
        return new OptionalShape<>(shape);
    }

    /**
     * Reads a value.
     *
     * @throws WireException when the tree is not of this shape
     */
    public final T read(JsonNode node) throws WireException {
        return read(node, Place.ROOT);
    }

    /** Reads a value and keeps aside what the type does not hold. */
    public final T read(JsonNode node, Residue residue) throws WireException {
        return read(node, Place.root(residue));
    }

    /** Writes a value. */
    public final JsonNode write(T value) {
        return write(value, Place.ROOT);
    }

    /** Writes a value together with what was kept aside when it was read. */
    public final JsonNode write(T value, Residue residue) {
        return write(value, Place.root(residue));
    }

    abstract T read(JsonNode node, Place place) throws WireException;

    abstract JsonNode write(T value, Place place);

    /** The empty value put in place of a missing key of a trimmed recording. */
    T empty(Place place) throws WireException {
        throw place.fail(Reason.MISSING_FIELD, "required");
    }

    /** Writes a value whose type the caller cannot name. */
    @SuppressWarnings("unchecked") // the shape was built from the component's declared type
    final JsonNode writeAny(Object value, Place place) {
        return write((T) value, place);
    }
}
