package dev.sparkstacker.app.config.bind;

import dev.sparkstacker.app.config.model.Word;
import dev.sparkstacker.domain.Interval;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/** How the constants of closed lists are spelled in the configuration. */
public final class Words {
    private Words() {}

    /** The constant's spelling: its own if it has one, else its name in camel case ({@code keepProtected}). */
    public static String of(Enum<?> constant) {
        return switch (constant) {
            case Word word -> word.word();
            case Interval interval -> interval.code();
            default -> camelCase(constant.name());
        };
    }

    /** All spellings of a type, in its order, with their constants. */
    static SequencedMap<String, Enum<?>> all(Class<?> type) {
        SequencedMap<String, Enum<?>> words = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            Enum<?> each = (Enum<?>) constant;
            words.put(of(each), each);
        }
        return words;
    }

    private static String camelCase(String name) {
        StringBuilder text = new StringBuilder();
        for (String part : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            text.append(text.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return text.toString();
    }
}
