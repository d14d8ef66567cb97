package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code resume} */
@Command(
        name = "resume",
        description = "Enter again after a halt, everywhere or in one part.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker resume --reason \"news is out\""})
final class ResumeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    @Mixin
    private ScopeOptions part = new ScopeOptions();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "";

    ResumeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return control.ask(terminal, new ControlRequest.Resume(reason, part.scope()));
    }
}
