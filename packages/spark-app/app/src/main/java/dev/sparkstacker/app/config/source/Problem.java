package dev.sparkstacker.app.config.source;

/**
 * Something wrong, or worth knowing, in the configuration.
 *
 * @param severity whether it prevents a start
 * @param origin where it stands
 * @param path the setting, {@code strategies[0].exits.stopPct}, or empty for the whole
 * @param what what is wrong
 * @param remedy what would be right
 */
public record Problem(Severity severity, Origin origin, String path, String what, String remedy) {
    /** Whether a problem prevents a start. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(Origin origin, String path, String what, String remedy) {
        return new Problem(Severity.ERROR, origin, path, what, remedy);
    }

    public static Problem warning(Origin origin, String path, String what, String remedy) {
        return new Problem(Severity.WARNING, origin, path, what, remedy);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line: {@code config.json:12:5: error: path: what; remedy}. */
    public String describe() {
        String place = origin instanceof Origin.InFile(String file, int line, int column)
                ? file + ":" + line + ":" + column
                : origin.describe();
        String subject = path.isEmpty() ? "" : path + ": ";
        String cure = remedy.isEmpty() ? "" : " " + remedy;
        return place + ": " + (isError() ? "error: " : "warning: ") + subject + what + "." + cure;
    }
}
