package dev.sparkstacker.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A strategy's parameters as a JSON Schema (draft 2020-12), from which a form can be drawn: type, range, default and help of
 * each, in the order in which people should read them.
 */
public final class ParameterSchema {
    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final String INDENT = "  ";

    private ParameterSchema() {}

    /** The schema, as text of several lines. */
    public static String of(StrategyType type) {
        List<String> lines = new ArrayList<>(List.of(
                "{",
                INDENT + "\"$schema\": " + quoted(DRAFT) + ",",
                INDENT + "\"title\": " + quoted(type.name()) + ",",
                INDENT + "\"description\": " + quoted(type.help()) + ",",
                INDENT + "\"type\": \"object\",",
                INDENT + "\"additionalProperties\": false,",
                INDENT + "\"properties\": {"));
        for (int i = 0; i < type.parameters().size(); i++) {
            ParameterSpec spec = type.parameters().get(i);
            String end = i + 1 < type.parameters().size() ? "," : "";
            lines.add(INDENT + INDENT + quoted(spec.name()) + ": {" + fields(spec) + "}" + end);
        }
        lines.add(INDENT + "}");
        lines.add("}");
        return String.join("\n", lines);
    }

    private static String fields(ParameterSpec spec) {
        String help = ", \"description\": " + quoted(spec.help());
        return switch (spec) {
            case ParameterSpec.Numeric number ->
                "\"type\": " + (number.wholeNumber() ? "\"integer\"" : "\"number\"") + ", \"minimum\": "
                        + number.minimum().toPlainString() + ", \"maximum\": "
                        + number.maximum().toPlainString() + ", \"default\": " + number.defaultText() + help;
            case ParameterSpec.Choice choice ->
                "\"type\": \"string\", \"enum\": ["
                        + choice.words().stream().map(ParameterSchema::quoted).collect(Collectors.joining(", "))
                        + "], \"default\": " + quoted(choice.defaultText()) + help;
            case ParameterSpec.Toggle toggle -> "\"type\": \"boolean\", \"default\": " + toggle.defaultText() + help;
            case ParameterSpec.Text text ->
                "\"type\": \"string\", \"minLength\": 1, \"maxLength\": " + ParameterSpec.Text.MOST_CHARACTERS
                        + ", \"default\": " + quoted(text.defaultText()) + help;
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                quoted.append('\\').append(each);
            } else if (each < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
