package dev.sparkstacker.wire.json;

import dev.sparkstacker.wire.json.WireException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A sealed family whose member is named by one key of the object. */
final class FamilyShape<T> extends Shape<T> {
    private final String tagKey;
    private final Map<String, Shape<? extends T>> byTag = new LinkedHashMap<>();
    private final Map<Class<?>, Shape<? extends T>> byClass = new LinkedHashMap<>();
    private final @Nullable Shape<? extends T> fallback;

    FamilyShape(Class<T> family, String tagKey) {
        this.tagKey = tagKey;
        Shape<? extends T> other = null;
        for (Class<? extends T> member : Shapes.members(family)) {
            if (member.isAnnotationPresent(Fallback.class)) {
                other = new ScalarShape<>(Shapes.recordShape(member, null, null));
                byClass.put(member, other);
                continue;
            }
            String tag = Shapes.tag(member);
            Shape<? extends T> shape = Shapes.recordShape(member, tagKey, tag);
            byTag.put(tag, shape);
            byClass.put(member, shape);
        }
        this.fallback = other;
    }

    @Override
    T read(JsonNode node, Place place) throws WireException {
        if (!node.isObject()) {
            throw place.wrongType("an object", node);
        }
        JsonNode tag = node.get(tagKey);
        if (tag == null) {
            throw place.at(tagKey).fail(Reason.MISSING_FIELD, "required");
        }
        if (!tag.isString()) {
            throw place.at(tagKey).wrongType("a string", tag);
        }
        Shape<? extends T> shape = byTag.get(tag.stringValue());
        if (shape == null) {
            shape = fallback;
        }
        if (shape == null) {
            throw place.at(tagKey)
                    .fail(Reason.UNKNOWN_TYPE, "expected one of " + byTag.keySet() + ", got " + Place.show(tag));
        }
        return shape.read(node, place);
    }

    @Override
    JsonNode write(T value, Place place) {
        Shape<? extends T> shape = byClass.get(value.getClass());
        if (shape == null) {
            throw new IllegalStateException("not a member of the family: " + value.getClass());
        }
        return shape.writeAny(value, place);
    }
}
