package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code trades} */
@Command(
        name = "trades",
        description = "Show closed trades with fees and funding, the newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker trades --limit 50"})
final class TradesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    @Option(names = "--limit", paramLabel = "N", description = "Most trades to show. Default: 20.")
    private int limit = 20;

    TradesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > ControlRequest.Trades.MOST) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--limit " + limit + " shows nothing. Write a number from 1 to " + ControlRequest.Trades.MOST
                            + ".");
        }
        return control.ask(terminal, new ControlRequest.Trades(limit));
    }
}
