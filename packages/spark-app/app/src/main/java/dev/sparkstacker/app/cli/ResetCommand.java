package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reset} */
@Command(
        name = "reset",
        description = "Reset a tripped breaker. Entries stay stopped until the last one is reset.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker reset daily-loss --reason \"checked the fills, they are right\""})
final class ResetCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    @Parameters(paramLabel = "BREAKER", description = "Its name, as the status shows it.")
    private String breaker = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    ResetCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return control.ask(terminal, new ControlRequest.Reset(breaker, reason));
    }
}
