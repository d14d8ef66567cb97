package dev.sparkstacker.domain.codec;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the codecs of a type and of everything it is made of, each once. */
final class CodecBuilder {
    private final ScalarCodecs scalars = new ScalarCodecs();
    private final Map<Class<?>, TypeCodec> built = new LinkedHashMap<>();
    private final SequencedSet<Class<?>> inProgress = new LinkedHashSet<>();

    /** Builds or finds a codec. @throws IllegalArgumentException if the type, or one it is made of, has no canonical form */
    TypeCodec build(Class<?> type) {
        TypeCodec scalar = scalars.find(type);
        if (scalar != null) {
            return scalar;
        }
        TypeCodec known = built.get(type);
        if (known != null) {
            return known;
        }
        if (!inProgress.add(type)) {
            throw new IllegalArgumentException(type.getName() + " contains itself: " + inProgress);
        }
        TypeCodec codec = buildNew(type);
        inProgress.remove(type);
        built.put(type, codec);
        return codec;
    }

    private TypeCodec buildNew(Class<?> type) {
        Object @Nullable [] constants = type.getEnumConstants();
        if (constants != null) {
            return new EnumCodec(type, constants);
        }
        if (type.isRecord()) {
            return buildRecord(type);
        }
        if (type.isInterface() && type.isSealed()) {
            return buildFamily(type);
        }
        throw new IllegalArgumentException("No canonical form for " + type.getName()
                + ": use numbers, booleans, strings, enums, records, sealed interfaces of records, lists,"
                + " byte[] or long[]");
    }

    private TypeCodec buildFamily(Class<?> family) {
        SequencedSet<Class<?>> members = new LinkedHashSet<>();
        collectMembers(family, members);
        SealedCodec codec = new SealedCodec(family);
        for (Class<?> member : members) {
            WireId id = member.getAnnotation(WireId.class);
            if (id == null) {
                throw new IllegalArgumentException(
                        member.getName() + " belongs to " + family.getName() + " and needs a @WireId");
            }
            codec.add(id.value(), build(member));
        }
        return codec;
    }

    private static void collectMembers(Class<?> type, SequencedSet<Class<?>> members) {
        if (!type.isSealed()) {
            members.add(type);
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            collectMembers(permitted, members);
        }
    }

    private TypeCodec buildRecord(Class<?> type) {
        if (type.getTypeParameters().length > 0) {
            throw new IllegalArgumentException("No canonical form for the generic record " + type.getName());
        }
        RecordComponent[] declared = type.getRecordComponents();
        List<ComponentCodec> components = new ArrayList<>();
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            for (RecordComponent component : declared) {
                Method accessor = component.getAccessor();
                accessor.setAccessible(true);
                AnnotatedType annotated = component.getAnnotatedType();
                components.add(new ComponentCodec(
                        component.getName(),
                        buildComponent(component),
                        annotated.isAnnotationPresent(Nullable.class),
                        lookup.unreflect(accessor)));
            }
            Class<?>[] types = Stream.of(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordTypeCodec(type, components, constructor);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException("Cannot reach the components of " + type.getName(), hidden);
        }
    }

    private TypeCodec buildComponent(RecordComponent component) {
        if (component.getType() != List.class) {
            return build(component.getType());
        }
        String where = component.getDeclaringRecord().getName() + "." + component.getName();
        if (component.getAnnotatedType() instanceof AnnotatedParameterizedType list) {
            AnnotatedType argument = list.getAnnotatedActualTypeArguments()[0];
            if (argument.getType() instanceof Class<?> element && !argument.isAnnotationPresent(Nullable.class)) {
                TypeCodec codec = build(element);
                if (codec.minBytes() == 0) {
                    throw new IllegalArgumentException(where + " is a list of records that hold nothing");
                }
                return new ListCodec(codec);
            }
        }
        throw new IllegalArgumentException(where + " must be a list of a plain, non-null type");
    }
}
