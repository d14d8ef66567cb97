package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status} */
@Command(
        name = "status",
        description = "Show what the running instance does: trading state, feed, connections, accounts.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker status", "  spark-stacker status --json"})
final class StatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return control.ask(terminal, new ControlRequest.Status());
    }
}
