package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.BacktestTools;
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
                + " which each departs from the first run.",
        footerHeading = "%nExample:%n",
        footer = {
            "  spark-stacker compare runs/macd runs/macd-slippage",
            "  spark-stacker compare runs/macd runs/macd-slippage --html comparison.html"
        })
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final BacktestTools backtests;

    @Parameters(arity = "2..*", paramLabel = "DIR", description = "Folders that \"backtest --out\" wrote.")
    private List<Path> folders = List.of();

    @Option(names = "--html", paramLabel = "FILE", description = "Also write it as one HTML file that works offline.")
    private @Nullable Path html;

    CompareCommand(Terminal terminal, BacktestTools backtests) {
        this.terminal = terminal;
        this.backtests = backtests;
    }

    @Override
    public Integer call() {
        return backtests.compare(folders, html, terminal).status();
    }
}
