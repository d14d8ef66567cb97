package dev.sparkstacker.app.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What two processes tell each other through a file: lines {@code key=value}, written over in place.
 *
 * @param values the lines
 */
record Note(SequencedMap<String, String> values) {
    static Note of(Map<String, String> values) {
        return new Note(new TreeMap<>(values));
    }

    /** Reads one; empty where there is none. @throws IOException if it cannot be read */
    static Optional<Note> read(Path file) throws IOException {
        return FixedFile.read(file).map(Note::parse);
    }

    private static Note parse(String text) {
        SequencedMap<String, String> values = new TreeMap<>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return new Note(values);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        values.forEach((key, value) ->
                text.append(key).append('=').append(value.replace('\n', ' ')).append('\n'));
        return text.toString();
    }

    String get(String key) {
        return values.getOrDefault(key, "");
    }

    long number(String key) {
        String text = get(key);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
