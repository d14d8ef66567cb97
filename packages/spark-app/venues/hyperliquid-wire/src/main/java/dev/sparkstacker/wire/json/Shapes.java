package dev.sparkstacker.wire.json;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Builds shapes from record components and their annotations; each class once. */
final class Shapes {

    private static final ClassValue<Shape<?>> SHAPES = new ClassValue<>() {
        @Override
        protected Shape<?> computeValue(Class<?> type) {
            return build(type);
        }
    };

    private Shapes() {}

    @SuppressWarnings("unchecked") // the cache maps each class to its own shape
    static <T> Shape<T> of(Class<T> type) {
        return (Shape<T>) SHAPES.get(type);
    }

    private static Shape<?> build(Class<?> type) {
        if (type == String.class) {
            return BasicShapes.STRING;
        } else if (type == long.class || type == Long.class) {
            return BasicShapes.LONG;
        } else if (type == int.class || type == Integer.class) {
            return BasicShapes.INTEGER;
        } else if (type == boolean.class || type == Boolean.class) {
            return BasicShapes.BOOLEAN;
        } else if (type == BigDecimal.class) {
            return BasicShapes.DECIMAL;
        } else if (type == JsonNode.class) {
            return BasicShapes.RAW;
        } else if (type.isAnnotationPresent(Form.class)) {
            return form(type.getAnnotation(Form.class));
        } else if (type.isEnum()) {
            return enumShape(type);
        } else if (type.isAnnotationPresent(TaggedBy.class)) {
            return new FamilyShape<>(type, type.getAnnotation(TaggedBy.class).value());
        } else if (type.isAnnotationPresent(ExternallyTagged.class)) {
            return new ExternalShape<>(type);
        } else if (type.isRecord()) {
            return ofRecord(type);
        }
        throw new IllegalStateException("no JSON shape for " + type.getName());
    }

    private static <T> Shape<T> ofRecord(Class<T> type) {
        TaggedBy family = family(type);
        if (family != null && type.isAnnotationPresent(Tag.class)) {
            return recordShape(type, family.value(), tag(type));
        }
        RecordShape<T> shape = recordShape(type, null, null);
        if (type.isAnnotationPresent(Tuple.class)) {
            return new TupleShape<>(shape);
        }
        return type.isAnnotationPresent(Scalar.class) || type.isAnnotationPresent(Fallback.class)
                ? new ScalarShape<>(shape)
                : shape;
    }

    private static @Nullable TaggedBy family(Class<?> type) {
        for (Class<?> parent : type.getInterfaces()) {
            TaggedBy own = parent.getAnnotation(TaggedBy.class);
            TaggedBy found = own != null ? own : family(parent);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Shape<?> form(Form form) {
        try {
            Constructor<? extends Shape<?>> constructor = form.value().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a hand-written shape has a constructor without arguments", e);
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Class.isEnum was checked by the caller
    private static Shape<?> enumShape(Class<?> type) {
        return new BasicShapes.EnumShape(type);
    }

    static String tag(Class<?> member) {
        Tag tag = member.getAnnotation(Tag.class);
        if (tag == null) {
            throw new IllegalStateException(member.getName() + " has no @Tag");
        }
        return tag.value();
    }

    @SuppressWarnings("unchecked") // permitted subclasses of a class are subclasses of it
    static <T> List<Class<? extends T>> members(Class<T> family) {
        List<Class<? extends T>> members = new ArrayList<>();
        for (Class<?> permitted : family.getPermittedSubclasses()) {
            if (permitted.isRecord()) {
                members.add((Class<? extends T>) permitted);
            } else {
                members.addAll((List<Class<? extends T>>) (List<?>) members(permitted));
            }
        }
        return members;
    }

    static <T> RecordShape<T> recordShape(Class<T> type, @Nullable String tagKey, @Nullable String tag) {
        RecordComponent[] components = type.getRecordComponents();
        boolean canonical = type.isAnnotationPresent(Canonical.class);
        List<RecordShape.Field> fields = new ArrayList<>();
        for (RecordComponent component : components) {
            Key key = component.getAnnotation(Key.class);
            fields.add(new RecordShape.Field(
                    key == null ? component.getName() : key.value(),
                    ofAnnotated(component.getAnnotatedType(), canonical),
                    component.getAccessor(),
                    isNullable(component.getAnnotatedType()),
                    component.isAnnotationPresent(WriteNull.class),
                    component.isAnnotationPresent(OmitFalse.class),
                    component.isAnnotationPresent(Later.class)));
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return new RecordShape<>(type.getDeclaredConstructor(types), fields, tagKey, tag);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has its canonical constructor", e);
        }
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Shape<?> ofAnnotated(AnnotatedType annotated, boolean canonical) {
        Type type = annotated.getType();
        if (type instanceof Class<?> plain) {
            if (plain == BigDecimal.class && canonical) {
                return BasicShapes.CANONICAL_DECIMAL;
            }
            return plain.isRecord() || plain.isSealed() ? new LazyShape<>(plain) : of(plain);
        }
        if (annotated instanceof AnnotatedParameterizedType generic
                && type instanceof ParameterizedType parameterized) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            AnnotatedType last = arguments[arguments.length - 1];
            Shape<?> element = ofAnnotated(last, canonical);
            if (parameterized.getRawType() == List.class) {
                return new ListShape<>(element, isNullable(last));
            } else if (parameterized.getRawType() == Map.class) {
                return new MapShape<>(element);
            }
        }
        throw new IllegalStateException("no JSON shape for " + type.getTypeName());
    }
}
