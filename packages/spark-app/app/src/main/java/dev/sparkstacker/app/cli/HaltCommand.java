package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code halt} */
@Command(
        name = "halt",
        description = "Stop entering. Everything is cancelled but the stops and targets of open positions.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker halt --reason \"news at 14:00\""})
final class HaltCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    HaltCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return control.ask(terminal, new ControlRequest.Halt(reason));
    }
}
