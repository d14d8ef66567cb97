package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.control.ControlRequest;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.domain.MarketId;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code close} */
@Command(
        name = "close",
        description = "Close every position of a market, or a part of it, reduce-only.",
        footerHeading = "%nExamples:%n",
        footer = {"  spark-stacker close ETH-USD", "  spark-stacker close ETH-USD --fraction 50%%"})
final class CloseCommand implements Callable<Integer> {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Terminal terminal;

    @Mixin
    private ControlAccess control = new ControlAccess();

    @Parameters(paramLabel = "MARKET", description = "ETH, ETH-USD and ETH-USDC name one market.")
    private String market = "";

    @Option(
            names = "--fraction",
            paramLabel = "PART",
            description = "How much of it: 50%% or 0.5. Default: all. A rest under the venue's minimum is closed too.")
    private String fraction = "100%";

    CloseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return control.ask(terminal, new ControlRequest.Close(MarketId.parse(market), percent()));
    }

    /** A bare number over 1 could mean either, so it is refused. */
    private BigDecimal percent() {
        boolean percent = fraction.endsWith("%");
        String digits = percent ? fraction.substring(0, fraction.length() - 1).strip() : fraction;
        if (digits.matches("[0-9]{1,3}(\\.[0-9]{1,6})?")) {
            BigDecimal number = new BigDecimal(digits);
            BigDecimal inPercent = percent ? number : number.movePointRight(2);
            if (inPercent.signum() > 0 && inPercent.compareTo(HUNDRED) <= 0) {
                return inPercent;
            }
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                "--fraction " + fraction
                        + " is no part of a position. Write 50% or 0.5, over 0 and at most 100% or 1.");
    }
}
