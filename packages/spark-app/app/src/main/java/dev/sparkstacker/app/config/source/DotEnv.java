package dev.sparkstacker.app.config.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a {@code .env} file: {@code NAME=value} lines, {@code #} comments, an optional {@code export} in front, and
 * quotes around a value. Variables that are really set win over the file.
 */
public final class DotEnv {
    private DotEnv() {}

    /**
     * The environment with the file's variables beneath it.
     *
     * @param file may be absent
     * @param environment what is really set
     * @param problems takes lines that cannot be read
     */
    public static Map<String, String> beneath(Path file, Map<String, String> environment, List<Problem> problems) {
        Map<String, String> merged = new TreeMap<>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                readLine(lines.get(i).strip(), new Origin.InFile(".env", i + 1, 1), merged, problems);
            }
        } catch (NoSuchFileException absent) {
            return Map.copyOf(environment);
        } catch (IOException e) {
            problems.add(Problem.error(
                    new Origin.InFile(".env", 1, 1), "", "cannot be read: " + e.getMessage(), "Fix its permissions."));
        }
        merged.putAll(environment);
        return merged;
    }

    private static void readLine(String line, Origin origin, Map<String, String> into, List<Problem> problems) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String assignment = line.startsWith("export ") ? line.substring(7).strip() : line;
        int equals = assignment.indexOf('=');
        if (equals <= 0 || !assignment.substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*")) {
            problems.add(Problem.error(origin, "", "not a NAME=value line", "Put # in front of a comment."));
            return;
        }
        into.put(
                assignment.substring(0, equals),
                unquoted(assignment.substring(equals + 1).strip()));
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        if (quoted) {
            return value.substring(1, value.length() - 1);
        }
        int comment = value.indexOf(" #");
        return comment < 0 ? value : value.substring(0, comment).strip();
    }
}
