package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.StoreTools;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code store rebuild}: the projections anew. */
@Command(
        name = "rebuild",
        description = "Make the SQL store anew from the journal. The instance must not be running.",
        footerHeading = "%nExample:%n",
        footer = "  spark-stacker store rebuild")
final class StoreRebuildCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final StoreTools store;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    StoreRebuildCommand(Terminal terminal, StoreTools store) {
        this.terminal = terminal;
        this.store = store;
    }

    @Override
    public Integer call() {
        return store.rebuild(configuration.dataDir(terminal), terminal).status();
    }
}
