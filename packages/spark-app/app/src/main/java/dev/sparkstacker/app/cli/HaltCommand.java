package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import dev.sparkstacker.domain.event.HaltScope;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code halt} */
@Command(
        name = "halt",
        description =
                "Stop entering, everywhere or in one part. Working entries are cancelled; the stops and targets of open"
                        + " positions stay.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker halt --reason \"news at 14:00\"",
            "  spark-stacker halt --market ETH-USD --reason \"thin book\"",
            "Where no instance answers, the same is written into the file HALT of its data folder. Without the command"
                    + " line: write that file yourself, or send the process the signal USR2."
        })
final class HaltCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    @Mixin
    private ScopeOptions part = new ScopeOptions();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    HaltCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        HaltScope scope = part.scope();
        return control.askOrWrite(terminal, new ControlRequest.Halt(reason, scope), HaltFile.Line.halt(scope));
    }
}
