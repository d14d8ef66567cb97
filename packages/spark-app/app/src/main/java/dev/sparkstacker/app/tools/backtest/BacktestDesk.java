package dev.sparkstacker.app.tools.backtest;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.console.TextTable;
import dev.sparkstacker.app.port.BacktestRequest;
import dev.sparkstacker.app.port.BacktestTools;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.backtest.compare.Comparison;
import dev.sparkstacker.backtest.compare.PastRun;
import dev.sparkstacker.backtest.compare.TradeByTrade;
import dev.sparkstacker.backtest.compare.WrittenRun;
import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.backtest.export.RunFolder;
import dev.sparkstacker.backtest.export.SummaryText;
import dev.sparkstacker.backtest.report.ComparisonReport;
import dev.sparkstacker.backtest.result.ReportWriter;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.backtest.run.Backtest;
import dev.sparkstacker.backtest.run.BacktestException;
import dev.sparkstacker.store.db.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs backtests and compares what they wrote. */
public final class BacktestDesk implements BacktestTools {
    private static final double NANOS = 1e9;

    private final RunIdentity.Build build;
    private final List<ReportWriter> reports;

    /** @param reports write a run for people to look at */
    public BacktestDesk(RunIdentity.Build build, List<ReportWriter> reports) {
        this.build = build;
        this.reports = List.copyOf(reports);
    }

    @Override
    public ExitCode backtest(BacktestRequest request, Supplier<EffectiveConfig> config, Terminal terminal) {
        try {
            RunFolder folder = RunFolder.at(request.out(), request.overwrite());
            BacktestInputs inputs = BacktestInputs.read(build, request, config);
            long began = System.nanoTime();
            Backtest.Done done = new Backtest(
                            inputs.settings(), inputs.data(), request.period().threads())
                    .run();
            double seconds = (System.nanoTime() - began) / NANOS;
            Path written = folder.write(done.result(), reports);
            SummaryText.of(done.result()).forEach(terminal.out()::println);
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "%,d bars and %,d events in %.2f s: %,.0f bars/s. Written to %s",
                            done.bars(),
                            done.events(),
                            seconds,
                            done.bars() / seconds,
                            written));
            terminal.out().flush();
            return ExitCode.OK;
        } catch (DataException | BacktestException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException refused) {
            throw new CommandFailure(ExitCode.USAGE, "--out: " + refused.getMessage(), refused);
        }
    }

    @Override
    public ExitCode compare(List<Path> folders, @Nullable Path html, Terminal terminal) {
        try {
            Comparison comparison =
                    Comparison.of(folders.stream().map(WrittenRun::read).toList());
            table(terminal, "settings that differ", comparison.runs(), comparison.settings());
            table(terminal, "figure", comparison.runs(), comparison.figures());
            comparison.divergences().forEach(terminal.out()::println);
            if (html != null) {
                ComparisonReport.write(folders, html);
                terminal.out().println("Written to " + html);
            }
            terminal.out().flush();
            return ExitCode.OK;
        } catch (DataException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException refused) {
            throw new CommandFailure(ExitCode.USAGE, "--html: " + refused.getMessage(), refused);
        }
    }

    @Override
    public ExitCode compareWithTraded(
            Path folder, Path dataDir, @Nullable String strategy, @Nullable Path csv, Terminal terminal) {
        try (TradedRun traded = TradedRun.open(dataDir, strategy)) {
            TradeByTrade compared = TradeByTrade.of(PastRun.ofBacktest(folder), traded.run());
            TradeByTradeText.lines(compared).forEach(terminal.out()::println);
            if (csv != null) {
                TradeByTradeText.write(compared, csv);
                terminal.out().println("Written to " + csv);
            }
            terminal.out().flush();
            return ExitCode.OK;
        } catch (DataException | IllegalArgumentException wrong) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (StoreException unreadable) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, String.valueOf(unreadable.getMessage()), unreadable);
        } catch (IOException refused) {
            throw new CommandFailure(ExitCode.USAGE, "--csv: " + refused.getMessage(), refused);
        }
    }

    private static void table(Terminal terminal, String title, List<String> runs, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of(title));
        columns.addAll(runs);
        TextTable.lines(columns, rows).forEach(terminal.out()::println);
        terminal.out().println();
    }
}
