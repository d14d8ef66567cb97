package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs commands in a home folder that holds the shipped configuration. */
final class CliFixture {
    private final Path home;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Backends backends;
    private String input = "";
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** In no home yet. */
    CliFixture() {
        this.home = Path.of("");
        this.backends = Backends.none();
    }

    CliFixture(Path home, Backends backends) {
        this.home = home;
        this.backends = backends;
        Path shared = home.resolve("packages").resolve("shared");
        try {
            Files.createDirectories(shared);
            Files.copy(Path.of("packages", "shared", "config.json"), shared.resolve("config.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CliFixture with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    CliFixture withInput(String line) {
        input = line;
        return this;
    }

    int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                false,
                120,
                environment,
                home,
                question -> Optional.empty(),
                question -> Optional.of(input));
        return Main.run(terminal, backends, arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
