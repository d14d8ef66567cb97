package dev.sparkstacker.app.config.source;

import dev.sparkstacker.app.config.source.Value.Form;
import dev.sparkstacker.app.config.source.Value.ListValue;
import dev.sparkstacker.app.config.source.Value.Member;
import dev.sparkstacker.app.config.source.Value.ObjectValue;
import dev.sparkstacker.app.config.source.Value.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Lays values of the environment and of flags over those of the file. */
public final class Overrides {
    private Overrides() {}

    /**
     * A copy of the object in which one setting has another value.
     *
     * @param path keys separated by dots; {@code *} stands for every item of a list, {@code 0} for its first
     * @param value what it becomes
     */
    public static ObjectValue with(ObjectValue object, String path, Value value) {
        int dot = path.indexOf('.');
        String key = dot < 0 ? path : path.substring(0, dot);
        SequencedMap<String, Member> members = new LinkedHashMap<>(object.members());
        Member present = members.get(key);
        if (dot < 0) {
            members.put(key, new Member(value.origin(), value));
        } else {
            Value inner = present == null ? new ObjectValue(value.origin(), new LinkedHashMap<>()) : present.value();
            Origin keyOrigin = present == null ? value.origin() : present.keyOrigin();
            members.put(key, new Member(keyOrigin, inside(inner, path.substring(dot + 1), value)));
        }
        return new ObjectValue(object.origin(), members);
    }

    /** A value given as text by the environment or a flag. */
    public static Value text(Origin origin, String text) {
        return new Scalar(origin, Form.SUBSTITUTED, text);
    }

    /** A comma-separated list given as text. */
    public static Value list(Origin origin, String text) {
        List<Value> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            items.add(text(origin, item.strip()));
        }
        return new ListValue(origin, List.copyOf(items));
    }

    private static Value inside(Value value, String path, Value replacement) {
        return switch (value) {
            case ObjectValue object -> with(object, path, replacement);
            case ListValue list
            when path.startsWith("*.") -> {
                List<Value> items = new ArrayList<>();
                for (Value item : list.items()) {
                    items.add(inside(item, path.substring(2), replacement));
                }
                yield new ListValue(list.origin(), List.copyOf(items));
            }
            case ListValue list
            when path.startsWith("0.") && !list.items().isEmpty() -> {
                List<Value> items = new ArrayList<>(list.items());
                items.set(0, inside(items.getFirst(), path.substring(2), replacement));
                yield new ListValue(list.origin(), List.copyOf(items));
            }
            // A value of the wrong shape stays as it is: reading it into its type reports it with its line.
            case ListValue list -> list;
            case Scalar scalar -> scalar;
        };
    }
}
