package dev.sparkstacker.app.config;

import dev.sparkstacker.app.config.source.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; it carries everything that is wrong with it. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::describe).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Errors and warnings, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
