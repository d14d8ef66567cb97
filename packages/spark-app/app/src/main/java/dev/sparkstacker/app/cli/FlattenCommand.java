package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flatten} */
@Command(
        name = "flatten",
        description = "Stop entering and close everything, reduce-only; stops go when the venue says flat.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker flatten --reason \"leaving for a week\""})
final class FlattenCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "flatten";

    FlattenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return control.ask(terminal, new ControlRequest.Flatten(reason));
    }
}
