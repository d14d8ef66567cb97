package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.config.ConfigException;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.secret.KeystoreException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One clear message for each way to fail, and the exit status that belongs to it. */
final class Failures {
    private Failures() {}

    static int usage(Terminal terminal, ParameterException failure) {
        terminal.err().println(message(failure));
        if (!UnmatchedArgumentException.printSuggestions(failure, terminal.err())) {
            String command = failure.getCommandLine().getCommandSpec().qualifiedName();
            terminal.err().println("See \"" + command + " --help\" for examples.");
        }
        return ExitCode.USAGE.status();
    }

    private static String message(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException unmatched
                        && !unmatched.isUnknownOption()
                        && !unmatched.getUnmatched().isEmpty()
                ? "\"" + failure.getCommandLine().getCommandSpec().qualifiedName() + "\" knows no \""
                        + unmatched.getUnmatched().getFirst() + "\"."
                : String.valueOf(failure.getMessage());
    }

    static int execution(Terminal terminal, Exception failure) {
        return switch (failure) {
            case CommandFailure expected -> say(terminal, expected, expected.exitCode());
            case KeystoreException keystore -> say(terminal, keystore, ExitCode.USAGE);
            case ConfigException configuration -> {
                configuration.problems().forEach(problem -> terminal.err().println(problem.describe()));
                long errors = configuration.problems().stream()
                        .filter(Problem::isError)
                        .count();
                terminal.err().println(errors + (errors == 1 ? " error" : " errors") + "; nothing was started.");
                yield ExitCode.USAGE.status();
            }
            default -> {
                terminal.err().println("Unexpected error, please report it with this trace:");
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    terminal.err().println(cause);
                    for (StackTraceElement frame : cause.getStackTrace()) {
                        terminal.err().println("    at " + frame);
                    }
                }
                yield ExitCode.FAILED.status();
            }
        };
    }

    private static int say(Terminal terminal, Exception failure, ExitCode code) {
        terminal.err().println(failure.getMessage());
        return code.status();
    }
}
