package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.model.Setting;
import dev.sparkstacker.app.config.source.Origin;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.config.source.Value;
import dev.sparkstacker.app.config.source.Value.Form;
import dev.sparkstacker.app.config.source.Value.Scalar;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.strategies.ParameterSpec;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads single values, and notes where each stands and what it is. */
final class ScalarBinder {
    private static final Origin DEFAULT = new Origin.ByDefault();

    private final List<Problem> problems;
    private final SequencedMap<String, Origin> origins;
    private final List<EffectiveValue> values = new ArrayList<>();

    ScalarBinder(List<Problem> problems, SequencedMap<String, Origin> origins) {
        this.problems = problems;
        this.origins = origins;
    }

    /** Every value read so far, in order. */
    List<EffectiveValue> values() {
        return List.copyOf(values);
    }

    /** The value of a component, or its default where the given one is wrong; null where it has none. */
    @Nullable
    Object given(RecordComponent component, Value given, String path, boolean inHash) {
        Object value = read(given, component.getType(), Settings.of(component), path, inHash);
        return value == null ? fallback(component) : value;
    }

    /** The default of a component that nobody set. */
    @Nullable
    Object byDefault(RecordComponent component, String path, boolean inHash) {
        Scalar text =
                new Scalar(DEFAULT, Form.SUBSTITUTED, Settings.of(component).byDefault());
        return read(text, component.getType(), Settings.of(component), path, inHash);
    }

    /** A single value as its type, or null where it is wrong, which is noted. */
    @Nullable
    Object read(Value given, Class<?> type, Setting setting, String path, boolean inHash) {
        return note(given, path, inHash, scalar -> ScalarReader.read(scalar, type, keyOf(path), setting));
    }

    /** A strategy's parameter as canonical text, its default where nobody set it or the given one is wrong. */
    String parameter(@Nullable Value given, ParameterSpec spec, String path, boolean inHash) {
        Value value = given == null ? new Scalar(DEFAULT, Form.SUBSTITUTED, spec.defaultText()) : given;
        Object text = note(value, path, inHash, scalar -> ParameterReader.read(scalar, spec));
        return text == null ? spec.defaultText() : text.toString();
    }

    /** How one value is read. */
    private interface Reading {
        Object of(Scalar scalar) throws ScalarReader.Unreadable;
    }

    private @Nullable Object note(Value given, String path, boolean inHash, Reading reading) {
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
            Object value = reading.of(scalar);
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
            case Leverage leverage -> Integer.toString(leverage.times());
            default -> value.toString();
        };
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

    /** The items of a list that nobody set. */
    static List<Value> defaultItems(Setting setting) {
        List<Value> items = new ArrayList<>();
        if (!setting.byDefault().isEmpty()) {
            for (String text : setting.byDefault().split(", ", -1)) {
                items.add(new Scalar(DEFAULT, Form.SUBSTITUTED, text));
            }
        }
        return items;
    }
}
