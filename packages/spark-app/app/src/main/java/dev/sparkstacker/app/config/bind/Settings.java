package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.model.AppConfig;
import dev.sparkstacker.app.config.model.Setting;
import dev.sparkstacker.app.config.model.StrategyParameters;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What the records' annotations say about settings. */
public final class Settings {
    private Settings() {}

    /** The annotation of a record's component. @throws IllegalStateException if it has none */
    static Setting of(RecordComponent component) {
        Setting setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(
                    component.getDeclaringRecord().getSimpleName() + "." + component.getName() + " lacks @Setting");
        }
        return setting;
    }

    /** Whether a type is a record of settings, not a single value. */
    static boolean isGroup(Class<?> type) {
        return type.isRecord() && type.getPackage() == AppConfig.class.getPackage() && !isParameters(type);
    }

    /** Whether a type is a strategy's own parameters, which its type specifies. */
    static boolean isParameters(Class<?> type) {
        return type == StrategyParameters.class;
    }

    static boolean isList(Class<?> type) {
        return type == List.class;
    }

    /** Whether a type holds records of settings under names of one's own choice. */
    static boolean isNamed(Class<?> type) {
        return type == SequencedMap.class;
    }

    /** The records of settings that stand under names. */
    static Class<?> namedType(RecordComponent component) {
        ParameterizedType type = (ParameterizedType) component.getGenericType();
        return (Class<?>) type.getActualTypeArguments()[1];
    }

    static Class<?> itemType(RecordComponent component) {
        ParameterizedType type = (ParameterizedType) component.getGenericType();
        return (Class<?>) type.getActualTypeArguments()[0];
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether leaving a component out is an error. */
    static boolean isRequired(RecordComponent component) {
        Class<?> type = component.getType();
        if (isNullable(component) || isList(type) || isParameters(type) || isNamed(type)) {
            return false;
        }
        return isGroup(component.getType())
                ? hasRequired(component.getType())
                : of(component).byDefault().isEmpty();
    }

    static boolean hasRequired(Class<?> group) {
        for (RecordComponent component : group.getRecordComponents()) {
            if (isRequired(component)) {
                return true;
            }
        }
        return false;
    }

    /** The environment variables that override a single setting, with the setting's path. */
    public static SequencedMap<String, String> environmentNames() {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        collect(AppConfig.class, "", names);
        return names;
    }

    private static void collect(Class<?> group, String prefix, SequencedMap<String, String> names) {
        for (RecordComponent component : group.getRecordComponents()) {
            Setting setting = of(component);
            if (!setting.env().isEmpty()) {
                names.put(setting.env(), prefix + component.getName());
            }
            if (isGroup(component.getType())) {
                collect(component.getType(), prefix + component.getName() + ".", names);
            }
        }
    }
}
