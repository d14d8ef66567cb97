package dev.sparkstacker.app.tools;

import dev.sparkstacker.app.console.Terminal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A terminal that keeps what is printed. */
final class Screen {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Terminal terminal() {
        return new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                100,
                Map.of(),
                Path.of(""),
                question -> Optional.empty(),
                question -> Optional.empty());
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** The value of a printed line such as {@code state hash     1234}. */
    String value(String label) {
        return value(out(), label);
    }

    static String value(String text, String label) {
        return text.lines()
                .filter(line -> line.startsWith(label + " "))
                .map(line -> line.substring(label.length()).strip())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line \"" + label + "\" in:\n" + text));
    }
}
