package dev.sparkstacker.telemetry.log;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON text. Whole numbers stay numbers; decimals and the product's exact types become strings, so that no
 * reader rounds them. Objects of other types are written as their text, a {@link Secret} as its mask.
 */
public final class Json {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    /** JSON text that is written as it stands. */
    record Raw(String json) {}

    private final StringBuilder out = new StringBuilder(512);
    private boolean first = true;

    /** Opens an object. */
    public Json open() {
        out.append('{');
        first = true;
        return this;
    }

    /** Opens an object as the value of a field. */
    public Json open(String name) {
        name(name);
        return open();
    }

    /** Closes the innermost object. */
    public Json close() {
        out.append('}');
        first = false;
        return this;
    }

    /** Writes a field; null is written as null. */
    public Json field(String name, @Nullable Object value) {
        name(name);
        value(value);
        return this;
    }

    /** Writes a field unless its value is null. */
    public Json known(String name, @Nullable Object value) {
        return value == null ? this : field(name, value);
    }

    /** Writes a list of values that are JSON text already, such as lines of the log files. */
    public Json rawList(String name, List<String> json) {
        return field(name, json.stream().map(Raw::new).toList());
    }

    /** What was written. */
    public String text() {
        return out.toString();
    }

    private void name(String name) {
        if (!first) {
            out.append(',');
        }
        first = false;
        string(name);
        out.append(':');
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean flag -> out.append(flag.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number -> out.append(number.longValue());
            case Double number -> string(decimal(number));
            case BigDecimal number -> string(number.toPlainString());
            case Raw raw -> out.append(raw.json());
            case Map<?, ?> map -> map(map);
            case Collection<?> list -> list(list);
            default -> string(value.toString());
        }
    }

    /** Plain decimal text of a double, {@code NaN} and infinities by their names. */
    public static String decimal(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : Double.toString(number);
    }

    private void map(Map<?, ?> map) {
        open();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            field(String.valueOf(entry.getKey()), entry.getValue());
        }
        close();
    }

    private void list(Collection<?> list) {
        out.append('[');
        boolean comma = false;
        for (Object item : list) {
            if (comma) {
                out.append(',');
            }
            comma = true;
            value(item);
        }
        out.append(']');
        first = false;
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x2028 || c == 0x2029 || loneSurrogate(text, i)) {
                        escape(c);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean loneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private void escape(char c) {
        out.append("\\u")
                .append(HEX[(c >> 12) & 0xF])
                .append(HEX[(c >> 8) & 0xF])
                .append(HEX[(c >> 4) & 0xF])
                .append(HEX[c & 0xF]);
    }
}
