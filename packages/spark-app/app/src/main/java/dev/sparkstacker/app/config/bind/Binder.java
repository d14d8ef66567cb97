package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.model.Setting;
import dev.sparkstacker.app.config.source.Origin;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.config.source.Value;
import dev.sparkstacker.app.config.source.Value.Form;
import dev.sparkstacker.app.config.source.Value.ListValue;
import dev.sparkstacker.app.config.source.Value.Member;
import dev.sparkstacker.app.config.source.Value.ObjectValue;
import dev.sparkstacker.app.config.source.Value.Scalar;
import dev.sparkstacker.domain.MarketId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<EffectiveValue> values = new ArrayList<>();
    private final SequencedMap<String, Origin> origins = new LinkedHashMap<>();
    private final IdentityHashMap<Object, String> paths = new IdentityHashMap<>();

    public Binder(List<Problem> problems) {
        this.problems = problems;
    }

    /** The typed record, or empty if so much is missing that none can be made. */
    public <T extends Record> Optional<T> bind(Class<T> type, ObjectValue object) {
        return Optional.ofNullable(type.cast(group(type, object, object.origin(), "", true)));
    }

    /** Every setting as it counts, in the order of the records. */
    public List<EffectiveValue> values() {
        return List.copyOf(values);
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
            refuseUnknownKeys(object, components, path);
        }
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        boolean complete = true;
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String memberPath = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Member member = object == null ? null : object.members().get(component.getName());
            boolean counted = inHash && Settings.of(component).inHash();
            arguments[i] = Settings.isFamily(component.getType())
                    ? family(component.getType(), object, member, origin, memberPath, counted)
                    : component(component, member, origin, memberPath, counted);
            complete &= arguments[i] != null || Settings.isNullable(component);
        }
        if (!complete) {
            return null;
        }
        Object made = newRecord(type, components, arguments);
        paths.put(made, path);
        return made;
    }

    private void refuseUnknownKeys(ObjectValue object, RecordComponent[] components, String path) {
        List<String> valid =
                Arrays.stream(components).map(RecordComponent::getName).toList();
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
        Object value = scalar(given, type, Settings.of(component), path, inHash);
        return value == null ? fallback(component) : value;
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
        Scalar text =
                new Scalar(DEFAULT, Form.SUBSTITUTED, Settings.of(component).byDefault());
        return scalar(text, component.getType(), Settings.of(component), path, inHash);
    }

    private @Nullable Object fallback(RecordComponent component) {
        Setting setting = Settings.of(component);
        if (setting.byDefault().isEmpty()) {
            return null;
        }
        Scalar text = new Scalar(DEFAULT, Form.SUBSTITUTED, setting.byDefault());
        try {
            return ScalarReader.read(text, component.getType(), component.getName(), setting);
        } catch (ScalarReader.Unreadable e) {
            throw new IllegalStateException("The default of " + component + " cannot be read", e);
        }
    }

    private @Nullable Object list(RecordComponent component, @Nullable Value given, String path, boolean inHash) {
        Class<?> itemType = Settings.itemType(component);
        Setting setting = Settings.of(component);
        if (given != null && !(given instanceof ListValue)) {
            problems.add(
                    Problem.error(given.origin(), path, "expected a list, got " + given.describe(), "Write [ … ]."));
        }
        List<Value> items = given instanceof ListValue list ? list.items() : defaultItems(setting);
        origins.put(path, given == null ? DEFAULT : given.origin());
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String itemPath = path + "[" + i + "]";
            Object item = Settings.isGroup(itemType)
                    ? groupItem(itemType, items.get(i), itemPath, inHash)
                    : scalar(items.get(i), itemType, setting, itemPath, inHash);
            if (item != null) {
                bound.add(item);
            }
        }
        return List.copyOf(bound);
    }

    private @Nullable Object groupItem(Class<?> type, Value item, String path, boolean inHash) {
        if (item instanceof ObjectValue object) {
            return group(type, object, item.origin(), path, inHash);
        }
        problems.add(Problem.error(item.origin(), path, "expected an object, got " + item.describe(), "Write { … }."));
        return null;
    }

    private static List<Value> defaultItems(Setting setting) {
        List<Value> items = new ArrayList<>();
        if (!setting.byDefault().isEmpty()) {
            for (String text : setting.byDefault().split(", ", -1)) {
                items.add(new Scalar(DEFAULT, Form.SUBSTITUTED, text));
            }
        }
        return items;
    }

    /** The member of a family that the sibling key {@code type} names. */
    private @Nullable Object family(
            Class<?> family,
            @Nullable ObjectValue object,
            @Nullable Member member,
            Origin parent,
            String path,
            boolean inHash) {
        Member typeMember = object == null ? null : object.members().get("type");
        if (typeMember == null || !(typeMember.value() instanceof Scalar type)) {
            return null;
        }
        SequencedMap<String, Class<?>> kinds = Settings.kinds(family);
        Class<?> kind = kinds.get(type.text());
        if (kind == null) {
            problems.add(Problem.error(
                    type.origin(),
                    path.substring(0, path.lastIndexOf('.') + 1) + "type",
                    "unknown strategy type \"" + type.text() + "\"",
                    Nearest.hint(type.text(), kinds.keySet())));
            return null;
        }
        Value given = member == null ? null : member.value();
        if (given != null && !(given instanceof ObjectValue)) {
            problems.add(
                    Problem.error(given.origin(), path, "expected an object, got " + given.describe(), "Write { … }."));
            return null;
        }
        Origin origin = given == null ? parent : given.origin();
        return group(kind, (ObjectValue) given, origin, path, inHash);
    }

    private @Nullable Object scalar(Value given, Class<?> type, Setting setting, String path, boolean inHash) {
        origins.put(path, given.origin());
        if (!(given instanceof Scalar scalar)) {
            problems.add(Problem.error(
                    given.origin(), path, "expected a single value, got " + given.describe(), "Remove the brackets."));
            return null;
        }
        if (isReported(path, given.origin())) {
            return null;
        }
        try {
            Object value = ScalarReader.read(scalar, type, keyOf(path), setting);
            values.add(new EffectiveValue(path, canonical(value), given.origin(), inHash));
            return value;
        } catch (ScalarReader.Unreadable e) {
            problems.add(Problem.error(given.origin(), path, e.what(), e.remedy()));
            return null;
        }
    }

    /** Whether reading the file already found something wrong with this value, such as an unset variable. */
    private boolean isReported(String path, Origin origin) {
        return problems.stream()
                .anyMatch(problem -> problem.isError()
                        && problem.path().equals(path)
                        && problem.origin().equals(origin));
    }

    private static String keyOf(String path) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        int bracket = key.indexOf('[');
        return bracket < 0 ? key : key.substring(0, bracket);
    }

    private static String canonical(Object value) {
        return switch (value) {
            case Enum<?> constant -> Words.of(constant);
            case BigDecimal decimal -> decimal.stripTrailingZeros().toPlainString();
            case MarketId market -> market.symbol();
            case dev.sparkstacker.domain.Leverage leverage -> Integer.toString(leverage.times());
            default -> value.toString();
        };
    }

    private static Object newRecord(Class<?> type, RecordComponent[] components, @Nullable Object[] arguments) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("Cannot make a " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + type.getSimpleName(), e);
        }
    }
}
