package dev.sparkstacker.app.cli;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.BacktestTools;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code backtest}: one run over a recorded market. */
@Command(
        name = "backtest",
        sortOptions = false,
        description = "Run a strategy over recorded data with the engine that trades live, and write what came of it:"
                + " report.html, summary.json, trades.csv, equity.csv, signals.csv.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-stacker backtest --strategy macd --data eth_usdt_1m.csv.gz --out runs/macd",
            "  spark-stacker backtest --strategy ma-cross --param average=ema --param fastBars=12 --param slowBars=26 \\",
            "      --interval 15m --data btcusd_1m.csv --slippage-bps 2 --out runs/ema",
            "  spark-stacker backtest --strategy macd-eth --data week.ssm --market ETH-USD --out runs/week",
            "  spark-stacker strategies macd          lists a strategy's parameters"
        })
final class BacktestCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final BacktestTools backtests;

    @Mixin
    private ConfigOptions configuration = new ConfigOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    BacktestCommand(Terminal terminal, BacktestTools backtests) {
        this.terminal = terminal;
        this.backtests = backtests;
    }

    @Override
    public Integer call() {
        return backtests
                .backtest(run.request(), () -> configuration.load(terminal, List.of()), terminal)
                .status();
    }
}
