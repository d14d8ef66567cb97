package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code orders} */
@Command(
        name = "orders",
        description = "Show working orders.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker orders"})
final class OrdersCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    OrdersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return control.ask(terminal, new ControlRequest.Orders());
    }
}
