package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.model.Setting;
import dev.sparkstacker.app.config.model.StrategyParameters;
import dev.sparkstacker.app.config.source.Origin;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.config.source.Value;
import dev.sparkstacker.app.config.source.Value.Form;
import dev.sparkstacker.app.config.source.Value.ListValue;
import dev.sparkstacker.app.config.source.Value.Member;
import dev.sparkstacker.app.config.source.Value.ObjectValue;
import dev.sparkstacker.app.config.source.Value.Scalar;
import dev.sparkstacker.strategies.ParameterSpec;
import dev.sparkstacker.strategies.StrategyType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads located values into typed records. It goes on after a problem, with the default in place of the bad value, so
 * that one run tells everything that is wrong.
 */
public final class Binder {
    private static final Origin DEFAULT = new Origin.ByDefault();

    private final List<Problem> problems;
    private final ScalarBinder scalars;
    private final ParametersBinder parameters;
    private final SequencedMap<String, Origin> origins = new LinkedHashMap<>();
    private final IdentityHashMap<Object, String> paths = new IdentityHashMap<>();

    public Binder(List<Problem> problems) {
        this.problems = problems;
        this.scalars = new ScalarBinder(problems, origins);
        this.parameters = new ParametersBinder(problems, scalars);
    }

    /** The typed record, or empty if so much is missing that none can be made. */
    public <T extends Record> Optional<T> bind(Class<T> type, ObjectValue object) {
        return Optional.ofNullable(type.cast(group(type, object, object.origin(), "", true)));
    }

    /** Every setting as it counts, in the order of the records. */
    public List<EffectiveValue> values() {
        return scalars.values();
    }

    /** The path of a record this binder made; its index in a list is the file's, also where items before it failed. */
    public Map<Object, String> paths() {
        return paths;
    }

    /** Where each object, list and value stands, by path. */
    public SequencedMap<String, Origin> origins() {
        return origins;
    }

    private @Nullable Object group(
            Class<?> type, @Nullable ObjectValue object, Origin origin, String path, boolean inHash) {
        RecordComponent[] components = type.getRecordComponents();
        origins.put(path, origin);
        if (object != null) {
            refuseUnknownKeys(object, names(components), path);
        }
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String memberPath = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Member member = object == null ? null : object.members().get(component.getName());
            boolean counted = inHash && Settings.of(component).inHash();
            arguments[i] = Settings.isParameters(component.getType())
                    ? parameters(object, member, origin, memberPath, counted)
                    : component(component, member, origin, memberPath, counted);
            complete &= arguments[i] != null || Settings.isNullable(component);
        }
        if (!complete) {
            return null;
        }
        Object made = Records.make(type, components, arguments);
        paths.put(made, path);
        return made;
    }

    private static List<String> names(RecordComponent[] components) {
        return Arrays.stream(components).map(RecordComponent::getName).toList();
    }

    private void refuseUnknownKeys(ObjectValue object, List<String> valid, String path) {
        object.members().forEach((key, member) -> {
            boolean schemaReference = path.isEmpty() && key.equals("$schema");
            if (!valid.contains(key) && !schemaReference) {
                problems.add(Problem.error(
                        member.keyOrigin(),
                        path,
                        "unknown key \"" + key + "\"",
                        Predecessors.hint(key).orElseGet(() -> Nearest.hint(key, valid))));
            }
        });
    }

    private @Nullable Object component(
            RecordComponent component, @Nullable Member member, Origin parent, String path, boolean inHash) {
        Class<?> type = component.getType();
        Value given = member == null ? null : member.value();
        if (given instanceof Scalar scalar && scalar.form() == Form.NULL) {
            given = null;
        }
        if (Settings.isList(type)) {
            return list(component, given, path, inHash);
        }
        if (Settings.isNamed(type)) {
            return named(Settings.namedType(component), given, path, inHash);
        }
        if (given == null) {
            return absent(component, member == null ? parent : member.keyOrigin(), path, inHash);
        }
        if (Settings.isGroup(type)) {
            if (given instanceof ObjectValue object) {
                return group(type, object, given.origin(), path, inHash);
            }
            problems.add(
                    Problem.error(given.origin(), path, "expected an object, got " + given.describe(), "Write { … }."));
            return null;
        }
        return scalars.given(component, given, path, inHash);
    }

    private @Nullable Object absent(RecordComponent component, Origin parent, String path, boolean inHash) {
        if (Settings.isRequired(component)) {
            problems.add(Problem.error(
                    parent, path, "is missing", Settings.of(component).value()));
            return null;
        }
        if (Settings.isNullable(component)) {
            origins.put(path, DEFAULT);
            return null;
        }
        if (Settings.isGroup(component.getType())) {
            return group(component.getType(), null, DEFAULT, path, inHash);
        }
        return scalars.byDefault(component, path, inHash);
    }

    private @Nullable Object list(RecordComponent component, @Nullable Value given, String path, boolean inHash) {
        Class<?> itemType = Settings.itemType(component);
        Setting setting = Settings.of(component);
        if (given != null && !(given instanceof ListValue)) {
            problems.add(
                    Problem.error(given.origin(), path, "expected a list, got " + given.describe(), "Write [ … ]."));
        }
        List<Value> items = given instanceof ListValue list ? list.items() : ScalarBinder.defaultItems(setting);
        origins.put(path, given == null ? DEFAULT : given.origin());
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String itemPath = path + "[" + i + "]";
            Object item = Settings.isGroup(itemType)
                    ? groupItem(itemType, items.get(i), itemPath, inHash)
                    : scalars.read(items.get(i), itemType, setting, itemPath, inHash);
            if (item != null) {
                bound.add(item);
            }
        }
        return List.copyOf(bound);
    }

    /** Records under names of one's own choice, in the order of the file. */
    private Object named(Class<?> type, @Nullable Value given, String path, boolean inHash) {
        origins.put(path, given == null ? DEFAULT : given.origin());
        SequencedMap<String, Object> bound = new LinkedHashMap<>();
        if (given instanceof ObjectValue object) {
            object.members().forEach((name, member) -> {
                Object item = groupItem(type, member.value(), path + "." + name, inHash);
                if (item != null) {
                    bound.put(name, item);
                }
            });
        } else if (given != null) {
            problems.add(
                    Problem.error(given.origin(), path, "expected an object, got " + given.describe(), "Write { … }."));
        }
        return Collections.unmodifiableSequencedMap(bound);
    }

    private @Nullable Object groupItem(Class<?> type, Value item, String path, boolean inHash) {
        if (item instanceof ObjectValue object) {
            return group(type, object, item.origin(), path, inHash);
        }
        problems.add(Problem.error(item.origin(), path, "expected an object, got " + item.describe(), "Write { … }."));
        return null;
    }

    /** The parameters of the type that the sibling key {@code type} names. */
    private @Nullable Object parameters(
            @Nullable ObjectValue object, @Nullable Member member, Origin parent, String path, boolean inHash) {
        Optional<StrategyType> type = parameters.typeOf(object, path);
        Value given = member == null ? null : member.value();
        if (given instanceof Scalar scalar && scalar.form() == Form.NULL) {
            given = null;
        }
        if (given != null && !(given instanceof ObjectValue)) {
            problems.add(
                    Problem.error(given.origin(), path, "expected an object, got " + given.describe(), "Write { … }."));
            return null;
        }
        if (type.isEmpty()) {
            return null;
        }
        ObjectValue values = (ObjectValue) given;
        origins.put(path, values == null ? parent : values.origin());
        if (values != null) {
            List<String> valid =
                    type.get().parameters().stream().map(ParameterSpec::name).toList();
            refuseUnknownKeys(values, valid, path);
        }
        StrategyParameters made = parameters.read(type.get(), values, path, inHash);
        paths.put(made, path);
        return made;
    }
}
