package dev.sparkstacker.app.console;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a command runs: its streams, its folders and its environment.
 *
 * @param out results
 * @param err messages and progress
 * @param interactive whether a person watches, so that lines may be redrawn
 * @param width columns of the terminal
 * @param environment the environment variables
 * @param home the product's folder
 * @param askHidden asks a question whose answer is not shown; empty where nobody can answer
 * @param askLine asks a question; empty where nobody can answer
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        boolean interactive,
        int width,
        Map<String, String> environment,
        Path home,
        Function<String, Optional<char[]>> askHidden,
        Function<String, Optional<String>> askLine) {
    /** The system property that names the product's folder; the launcher sets it. */
    public static final String HOME_PROPERTY = "spark.stacker.home";

    private static final int USUAL_WIDTH = 100;

    /** The terminal of this process. */
    public static Terminal system() {
        Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        return new Terminal(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                console.isPresent(),
                width(System.getenv()),
                System.getenv(),
                Path.of(System.getProperty(HOME_PROPERTY, "")).toAbsolutePath(),
                question -> console.map(person -> person.readPassword("%s", question)),
                question ->
                        console.isPresent() ? console.map(person -> person.readLine("%s", question)) : lineOfInput());
    }

    private static Optional<String> lineOfInput() {
        try {
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            return Optional.ofNullable(input.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{2,4}") ? Math.max(60, Integer.parseInt(columns)) : USUAL_WIDTH;
    }
}
