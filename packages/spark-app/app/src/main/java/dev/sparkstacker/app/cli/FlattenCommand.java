package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.HaltScope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flatten} */
@Command(
        name = "flatten",
        description = "Stop entering and close everything, reduce-only; stops go when the venue says flat.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker flatten --reason \"leaving for a week\"",
            "  spark-stacker flatten --market ETH-USD   halts and closes that market alone",
            "Where no instance answers, the same is written into the file HALT of its data folder."
        })
final class FlattenCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; it is recorded.")
    private String reason = "flatten";

    @Option(names = "--market", paramLabel = "MARKET", description = "This market only, ETH-USD.")
    private @Nullable String market;

    FlattenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        MarketId only = marketOrNull();
        HaltScope scope = only == null ? null : new HaltScope.OneMarket(only);
        return control.askOrWrite(terminal, new ControlRequest.Flatten(reason, only), HaltFile.Line.flatten(scope));
    }

    private @Nullable MarketId marketOrNull() {
        try {
            return market == null ? null : MarketId.parse(market);
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(malformed.getMessage()), malformed);
        }
    }
}
