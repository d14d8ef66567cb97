package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stop} */
@Command(
        name = "stop",
        description = "Stop the instance in an orderly way; positions keep their stops unless --flatten.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker stop", "  spark-stacker stop --flatten"})
final class StopCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    @Option(names = "--flatten", description = "Close every position first.")
    private boolean flatten;

    StopCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return control.ask(terminal, new ControlRequest.Stop(flatten));
    }
}
