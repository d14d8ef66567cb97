package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.BacktestTools;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: runs side by side. */
@Command(
        name = "compare",
        description = "Print backtests side by side: what differs in them, what they were worth, and the first trade in"
                + " which each departs from the first run. With --traded, hold one backtest against what was traded on"
                + " paper or live over the same time, trade by trade, and say why they part.",
        footerHeading = "%nExample:%n",
        footer = {
            "  spark-stacker compare runs/macd runs/macd-slippage",
            "  spark-stacker compare runs/macd runs/macd-slippage --html comparison.html",
            "  spark-stacker compare runs/macd --traded data --strategy macd-eth"
        })
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final BacktestTools backtests;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders that \"backtest --out\" wrote.")
    private List<Path> folders = List.of();

    @Option(names = "--html", paramLabel = "FILE", description = "Also write it as one HTML file that works offline.")
    private @Nullable Path html;

    @Option(
            names = "--traded",
            paramLabel = "DATA_DIR",
            description = "Data folder of a paper or live run to hold the backtest against.")
    private @Nullable Path traded;

    @Option(names = "--strategy", paramLabel = "ID", description = "With --traded: which of its strategies.")
    private @Nullable String strategy;

    @Option(names = "--csv", paramLabel = "FILE", description = "With --traded: also write every pair of trades.")
    private @Nullable Path csv;

    CompareCommand(Terminal terminal, BacktestTools backtests) {
        this.terminal = terminal;
        this.backtests = backtests;
    }

    @Override
    public Integer call() {
        if (traded == null) {
            refuse(strategy != null || csv != null, "--strategy and --csv belong to --traded DATA_DIR.");
            refuse(folders.size() < 2, "Nothing to compare: give two folders, or one and --traded DATA_DIR.");
            return backtests.compare(folders, html, terminal).status();
        }
        refuse(folders.size() > 1 || html != null, "--traded takes one backtest, and writes no --html; --csv it does.");
        return backtests
                .compareWithTraded(folders.getFirst(), traded, strategy, csv, terminal)
                .status();
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw new CommandFailure(ExitCode.USAGE, why);
        }
    }
}
