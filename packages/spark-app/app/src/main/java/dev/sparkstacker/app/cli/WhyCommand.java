package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code why} */
@Command(
        name = "why",
        description = "Show what strategies decided last, and why they did not trade: condition, value, threshold.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker why", "  spark-stacker why macd-eth"})
final class WhyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    @Parameters(arity = "0..1", paramLabel = "STRATEGY", description = "Its name. Default: all.")
    private @Nullable String strategy;

    WhyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return control.ask(terminal, new ControlRequest.Why(strategy));
    }
}
