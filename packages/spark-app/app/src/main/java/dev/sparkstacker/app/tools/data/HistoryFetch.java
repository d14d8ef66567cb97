package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.console.ProgressBar;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.backtest.library.DataLibrary;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.wire.info.FundingRate;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Fetches what a venue still has into the library: bars, funding rates and the market's rules. Run regularly it keeps
 * what the venue forgets.
 */
public final class HistoryFetch {
    private final History history;
    private final DataLibrary library;
    private final Terminal terminal;

    public HistoryFetch(History history, DataLibrary library, Terminal terminal) {
        this.history = history;
        this.library = library;
        this.terminal = terminal;
    }

    /** Fetches. @throws CommandFailure if the venue cannot be asked or the library not be written */
    public ExitCode run(List<MarketId> markets, List<Interval> intervals) {
        try (ProgressBar progress = new ProgressBar(terminal, "Fetching", markets.size() * (intervals.size() + 1L))) {
            long done = 0;
            for (MarketId market : markets) {
                rules(market);
                for (Interval interval : intervals) {
                    bars(market, interval);
                    progress.at(++done);
                }
                funding(market);
                progress.at(++done);
            }
            return ExitCode.OK;
        } catch (ReadException unread) {
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    unread.getMessage() + ". What was fetched before is kept; run the command again.",
                    unread);
        } catch (IOException refused) {
            throw new CommandFailure(ExitCode.ENVIRONMENT, "The library cannot be written: " + refused, refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.FAILED, "Stopped; what was fetched before is kept.", stopped);
        }
    }

    private void rules(MarketId market) throws ReadException, InterruptedException, IOException {
        Instrument rules = history.rules(market);
        Files.createDirectories(library.folder(market));
        Files.writeString(
                library.folder(market).resolve("market.csv"),
                "# as of " + Instant.now() + " from " + history.source()
                        + "\ncoin,szDecimals,maxLeverage,onlyIsolated,minNotionalUsd\n" + market.coin() + ","
                        + rules.szDecimals() + "," + rules.maxLeverage().times() + "," + rules.isolatedOnly() + ","
                        + rules.minNotional() + "\n");
    }

    private void bars(MarketId market, Interval interval) throws ReadException, InterruptedException, IOException {
        List<Bar> bars = history.bars(market, interval);
        if (bars.isEmpty()) {
            terminal.out().println(market + " " + interval.code() + ": the venue has no closed bars");
            return;
        }
        tell(terminal.out(), market, interval, library.add(market, interval, history.source(), BarColumns.of(bars)));
    }

    /** Says what adding bars did. */
    public static void tell(PrintWriter out, MarketId market, Interval interval, DataLibrary.Merged merged) {
        out.println(market + " " + interval.code() + ": " + merged.added() + " bars added to " + merged.file());
        if (!merged.changed().isEmpty()) {
            out.println("  " + merged.changed().size() + " bars differ from what was kept, the first of "
                    + Instant.ofEpochMilli(merged.changed().getFirst()) + "; the newer ones count");
        }
    }

    private void funding(MarketId market) throws ReadException, InterruptedException, IOException {
        Path path = library.folder(market).resolve("funding.csv");
        FundingFile file = new FundingFile(path);
        List<FundingRate> rates = history.funding(market, file.nextMs());
        int kept = rates.isEmpty() && !Files.exists(path) ? 0 : file.add(rates);
        terminal.out().println(market + " funding: " + rates.size() + " rates added, " + kept + " kept");
    }
}
