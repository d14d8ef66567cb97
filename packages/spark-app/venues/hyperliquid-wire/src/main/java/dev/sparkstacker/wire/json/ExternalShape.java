package dev.sparkstacker.wire.json;

import dev.sparkstacker.wire.json.WireException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A sealed family written as {@code {"tag":body}} or, for a member without components, as {@code "tag"}. */
final class ExternalShape<T> extends Shape<T> {

    private record Member<M>(String tag, Shape<M> body, boolean bare) {}

    private final Map<String, Member<? extends T>> byTag = new LinkedHashMap<>();
    private final Map<Class<?>, Member<? extends T>> byClass = new LinkedHashMap<>();
    private final @Nullable Shape<? extends T> fallback;

    ExternalShape(Class<T> family) {
        Shape<? extends T> other = null;
        for (Class<? extends T> type : Shapes.members(family)) {
            if (type.isAnnotationPresent(Fallback.class)) {
                other = new ScalarShape<>(Shapes.recordShape(type, null, null));
                byClass.put(type, new Member<>("", other, false));
                continue;
            }
            Member<? extends T> member = member(type);
            byTag.put(member.tag, member);
            byClass.put(type, member);
        }
        this.fallback = other;
    }

    private static <M> Member<M> member(Class<M> type) {
        return new Member<>(Shapes.tag(type), Shapes.of(type), type.getRecordComponents().length == 0);
    }

    @Override
    T read(JsonNode node, Place place) throws WireException {
        String tag = null;
        if (node.isString()) {
            tag = node.stringValue();
        } else if (node.isObject() && node.size() == 1) {
            tag = node.propertyNames().iterator().next();
        }
        Member<? extends T> member = tag == null ? null : byTag.get(tag);
        if (member != null && tag != null && member.bare == node.isString()) {
            JsonNode body = member.bare ? JsonNodeFactory.instance.objectNode() : node.get(tag);
            return member.body.read(body, place.at(tag));
        }
        if (fallback != null) {
            return fallback.read(node, place);
        }
        throw tag == null
                ? place.wrongType("one of " + byTag.keySet(), node)
                : place.fail(Reason.UNKNOWN_TYPE, "expected one of " + byTag.keySet() + ", got " + Place.show(node));
    }

    @Override
    JsonNode write(T value, Place place) {
        Member<? extends T> member = byClass.get(value.getClass());
        if (member == null) {
            throw new IllegalStateException("not a member of the family: " + value.getClass());
        }
        if (member.bare) {
            return JsonNodeFactory.instance.stringNode(member.tag);
        }
        JsonNode body = member.body.writeAny(value, member.tag.isEmpty() ? place : place.at(member.tag));
        return member.tag.isEmpty()
                ? body
                : JsonNodeFactory.instance.objectNode().set(member.tag, body);
    }
}
