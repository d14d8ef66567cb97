package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;

/** Runs commands; the composition root calls it with everything behind them. */
public final class Main {
    private Main() {}

    /** Runs one command and returns its exit status. */
    public static int run(Terminal terminal, Backends backends, String... arguments) {
        return CommandTree.of(terminal, backends).execute(arguments);
    }
}
