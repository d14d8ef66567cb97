package dev.sparkstacker.app.config.source;

import dev.sparkstacker.app.config.source.Value.Form;
import dev.sparkstacker.app.config.source.Value.ListValue;
import dev.sparkstacker.app.config.source.Value.Member;
import dev.sparkstacker.app.config.source.Value.ObjectValue;
import dev.sparkstacker.app.config.source.Value.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Replaces <code>&#36;{NAME}</code> and <code>&#36;{NAME:-default}</code> anywhere in a string by the environment's
 * value.
 *
 * <p>A doubled dollar sign in front of the brace stands for a literal one. A variable that is not set and has no
 * default is a problem at its line; an empty variable counts as not set.
 */
public final class Variables {
    private final Map<String, String> environment;
    private final List<Problem> problems;

    public Variables(Map<String, String> environment, List<Problem> problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** The value with every variable replaced. */
    public Value replaceIn(Value value) {
        return replaceIn(value, "");
    }

    private Value replaceIn(Value value, String path) {
        return switch (value) {
            case ObjectValue object -> {
                SequencedMap<String, Member> members = new LinkedHashMap<>();
                object.members().forEach((key, member) -> {
                    String memberPath = path.isEmpty() ? key : path + "." + key;
                    members.put(key, new Member(member.keyOrigin(), replaceIn(member.value(), memberPath)));
                });
                yield new ObjectValue(object.origin(), members);
            }
            case ListValue list -> {
                List<Value> items = new ArrayList<>();
                for (Value item : list.items()) {
                    items.add(replaceIn(item, path + "[" + items.size() + "]"));
                }
                yield new ListValue(list.origin(), List.copyOf(items));
            }
            case Scalar scalar ->
                scalar.form() == Form.STRING && scalar.text().contains("${") ? replaced(scalar, path) : scalar;
        };
    }

    private Scalar replaced(Scalar scalar, String path) {
        String text = scalar.text();
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", from)) {
            if (start > from && text.charAt(start - 1) == '$') {
                result.append(text, from, start - 1).append("${");
                from = start + 2;
                continue;
            }
            int end = text.indexOf('}', start);
            if (end < 0) {
                problems.add(Problem.error(
                        scalar.origin(),
                        path,
                        "\"${\" without a closing brace",
                        "Write ${NAME} or ${NAME:-default}, and $${ for a literal ${."));
                return scalar;
            }
            result.append(text, from, start).append(lookUp(text.substring(start + 2, end), scalar.origin(), path));
            from = end + 1;
        }
        result.append(text, from, text.length());
        return new Scalar(scalar.origin(), Form.SUBSTITUTED, result.toString());
    }

    private String lookUp(String expression, Origin origin, String path) {
        int split = expression.indexOf(":-");
        String name = split < 0 ? expression : expression.substring(0, split);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            problems.add(Problem.error(
                    origin,
                    path,
                    "\"" + name + "\" is no name of an environment variable",
                    "Write ${NAME} or ${NAME:-default}."));
            return "";
        }
        String value = environment.getOrDefault(name, "");
        if (!value.isEmpty()) {
            return value;
        }
        if (split >= 0) {
            return expression.substring(split + 2);
        }
        problems.add(Problem.error(
                origin,
                path,
                "the environment variable " + name + " is not set",
                "Set it, put it into .env, or give a default: ${" + name + ":-value}."));
        return "";
    }
}
