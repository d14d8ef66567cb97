package dev.sparkstacker.wire.json;

import dev.sparkstacker.wire.json.WireException.Reason;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A record as a JSON object, its components in declaration order (which for actions is the order that is hashed). */
final class RecordShape<T> extends Shape<T> {

    /** One component. */
    record Field(
            String key,
            Shape<?> shape,
            Method accessor,
            boolean nullable,
            boolean writeNull,
            boolean omitFalse,
            boolean later) {}

    private final Constructor<T> constructor;
    private final List<Field> fields;
    private final @Nullable String tagKey;
    private final @Nullable String tag;

    RecordShape(Constructor<T> constructor, List<Field> fields, @Nullable String tagKey, @Nullable String tag) {
        this.constructor = constructor;
        this.fields = List.copyOf(fields);
        this.tagKey = tagKey;
        this.tag = tag;
    }

    List<Field> fields() {
        return fields;
    }

    @Override
    T read(JsonNode node, Place place) throws WireException {
        if (!node.isObject()) {
            throw place.wrongType("an object", node);
        }
        @Nullable Object[] arguments = new @Nullable Object[fields.size()];
        int used = tagKey == null ? 0 : 1;
        for (int i = 0; i < arguments.length; i++) {
            Field field = fields.get(i);
            JsonNode value = node.get(field.key);
            if (value != null) {
                used++;
            }
            arguments[i] = value == null ? missing(field, place) : present(field, value, place);
        }
        if (place.residue != null && used < node.size()) {
            keepUnknown(node, place, place.residue);
        }
        return construct(arguments, place);
    }

    private @Nullable Object missing(Field field, Place place) throws WireException {
        Residue residue = place.residue;
        if (field.nullable || field.omitFalse) {
            if (residue != null && field.writeNull) {
                residue.absent(place.path(), field.key, true);
            }
            return field.nullable ? null : Boolean.FALSE;
        }
        if (residue != null && (field.later || residue.fillMissing())) {
            residue.absent(place.path(), field.key, false);
            return field.shape.empty(Place.root(new Residue(true)));
        }
        throw place.at(field.key).fail(Reason.MISSING_FIELD, "required");
    }

    private static @Nullable Object present(Field field, JsonNode value, Place place) throws WireException {
        Residue residue = place.residue;
        if (value.isNull() && field.nullable) {
            if (residue != null && !field.writeNull) {
                residue.keep(place.path(), field.key, value, true);
            }
            return null;
        }
        Object read = field.shape.read(value, place.at(field.key));
        if (residue != null && field.omitFalse && Boolean.FALSE.equals(read)) {
            residue.keep(place.path(), field.key, value, true);
        }
        return read;
    }

    private void keepUnknown(JsonNode node, Place place, Residue residue) {
        String path = place.path();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            if (!key.equals(tagKey) && fields.stream().noneMatch(f -> f.key.equals(key))) {
                residue.keep(path, key, entry.getValue(), false);
            }
        }
    }

    T construct(@Nullable Object[] arguments, Place place) throws WireException {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw place.fail(Reason.BAD_VALUE, String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException(constructor + " failed", e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("a shape's record must be public: " + constructor, e);
        }
    }

    @Override
    JsonNode write(T value, Place place) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        if (tagKey != null && tag != null) {
            object.put(tagKey, tag);
        }
        Residue residue = place.residue;
        String path = residue == null ? "" : place.path();
        for (Field field : fields) {
            if (residue != null && residue.isAbsent(path, field.key)) {
                continue;
            }
            JsonNode kept = residue == null ? null : residue.kept(path, field.key);
            if (kept != null) {
                object.set(field.key, kept);
                continue;
            }
            Object component = get(field.accessor, value);
            if (component == null) {
                if (field.writeNull) {
                    object.putNull(field.key);
                }
            } else if (!(field.omitFalse && Boolean.FALSE.equals(component))) {
                object.set(field.key, field.shape.writeAny(component, residue == null ? place : place.at(field.key)));
            }
        }
        if (residue != null) {
            residue.unknownOf(path).forEach(object::set);
        }
        return object;
    }

    static @Nullable Object get(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a shape's record must be public: " + accessor, e);
        }
    }

    @Override
    T empty(Place place) throws WireException {
        return read(JsonNodeFactory.instance.objectNode(), place);
    }
}
