package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code positions} */
@Command(
        name = "positions",
        description = "Show open positions with their stops and targets.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker positions"})
final class PositionsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    PositionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return control.ask(terminal, new ControlRequest.Positions());
    }
}
