package dev.sparkstacker.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.tools.backtest.BacktestDesk;
import dev.sparkstacker.backtest.result.RunIdentity;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.Cause;
import dev.sparkstacker.domain.output.ExitReason;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Reason;
import dev.sparkstacker.domain.output.Verdict;
import dev.sparkstacker.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backtest from the command line, held against the store of a run that traded the same, or nearly. */
class CompareTradedTest {
    private static final MarketId ETH = new MarketId("ETH");
    private static final StrategyId MACD = new StrategyId("macd-eth");
    private static final AccountId MAIN = new AccountId("main");
    private static final int BARS = 700;
    private static final int USAGE = 2;

    @TempDir
    private Path folder = Path.of("");

    private CliFixture cli = new CliFixture();
    private Path run = Path.of("");
    private Path traded = Path.of("");

    @BeforeEach
    void backtest() throws IOException {
        Path data = Files.writeString(folder.resolve("ethusdt_1m.csv"), WalkedBars.text(BARS));
        run = folder.resolve("run");
        traded = folder.resolve("data");
        cli = new CliFixture(
                folder.resolve("home"),
                Backends.none().withBacktests(new BacktestDesk(new RunIdentity.Build("1", "abc"), List.of())));
        assertThat(cli.run("backtest", "--strategy", "macd", "--data", data.toString(), "--out", run.toString()))
                .isZero();
    }

    @Test
    void whatWasTradedTheSameDoesNotDiffer() throws IOException {
        List<String[]> trades = trades();
        store(trades);

        assertThat(compare()).isZero();
        assertThat(cli.out())
                .contains(trades.size() + " trades in both, 0 only in the backtest, 0 only traded")
                .contains("on average 0.00 bps worse", "No trade differs.");
    }

    @Test
    void aTradeThatWasDeniedIsTheFirstToDifferAndSaysWhy() throws IOException {
        List<String[]> trades = trades();
        int missing = trades.size() / 2;
        List<String[]> made = new ArrayList<>(trades);
        String[] denied = made.remove(missing);
        store(
                made,
                new Output.EntryDenied(
                        cause(Long.parseLong(denied[8])),
                        new LegId(MACD, ETH, LegRole.MAIN),
                        MAIN,
                        denied[5].equals("long") ? Side.BUY : Side.SELL,
                        Reason.FEED_DEGRADED,
                        "STALE",
                        "none"));
        Path csv = folder.resolve("pairs.csv");

        assertThat(compare("--csv", csv.toString())).isZero();
        assertThat(cli.out())
                .contains((trades.size() - 1) + " trades in both, 1 only in the backtest, 0 only traded")
                .contains("Trade " + (missing + 1) + " is the first to differ", "was not traded")
                .contains("FEED_DEGRADED (STALE, limit none)");
        assertThat(Files.readAllLines(csv)).hasSize(trades.size() + 1);
    }

    @Test
    void aMistakeIsToldInOneMessage() throws IOException {
        assertThat(compare()).isEqualTo(USAGE);
        assertThat(cli.err()).contains("holds no trading");
        store(trades());
        assertThat(compare("--strategy", "other")).isEqualTo(USAGE);
        assertThat(cli.err()).contains("holds no strategy \"other\"", "macd-eth");
        assertThat(cli.run("compare", run.toString())).isEqualTo(USAGE);
        assertThat(cli.err()).contains("Nothing to compare");
        assertThat(cli.run("compare", run.toString(), run.toString(), "--strategy", "x"))
                .isEqualTo(USAGE);
        assertThat(cli.err()).contains("belong to --traded");
    }

    private int compare(String... more) {
        List<String> arguments = new ArrayList<>(List.of("compare", run.toString(), "--traded", traded.toString()));
        arguments.addAll(List.of(more));
        return cli.run(arguments.toArray(String[]::new));
    }

    /** Cells of the backtest's trades. */
    private List<String[]> trades() throws IOException {
        List<String[]> trades = Files.readAllLines(run.resolve("trades.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        assertThat(trades).hasSizeGreaterThan(4);
        return trades;
    }

    private void store(List<String[]> trades, Output... more) throws IOException {
        List<Output> outputs = new ArrayList<>(List.of(judged(0), judged(BARS - 1)));
        trades.forEach(row -> outputs.add(closed(row)));
        outputs.addAll(List.of(more));
        outputs.sort(Comparator.comparingLong(output -> output.cause().sequence()));
        try (Store store = Store.open(DataFolder.databaseIn(traded))) {
            store.projector().apply(outputs, outputs.getLast().cause().sequence());
        }
    }

    private static Output.BarJudged judged(int bar) {
        Price price = Price.of("2500");
        long openMs = WalkedBars.START_MS + bar * 60_000L;
        return new Output.BarJudged(
                cause(openMs + 60_000),
                MACD,
                ETH,
                Interval.M1,
                new Bar(openMs, price, price, price, price, Quantity.of("1"), 1),
                Verdict.NO_TRADE,
                Reason.NO_CROSSOVER,
                null,
                0,
                List.of(),
                List.of());
    }

    private static Output.TradeClosed closed(String[] row) {
        return new Output.TradeClosed(
                cause(Long.parseLong(row[9])),
                MAIN,
                new LegId(MACD, ETH, LegRole.MAIN),
                row[5].equals("long") ? Side.BUY : Side.SELL,
                Quantity.of(row[6]),
                Price.of(row[13]),
                Price.of(row[14]),
                Long.parseLong(row[8]),
                Long.parseLong(row[9]),
                Usd.of(row[19]),
                Usd.of(row[20]),
                Usd.of(row[21]),
                Usd.of(row[22]),
                ExitReason.valueOf(row[18].toUpperCase(Locale.ROOT)));
    }

    /** Sequences rise with time; each output has one of its own. */
    private static Cause cause(long venueMs) {
        return new Cause(venueMs, venueMs, venueMs, "e1-" + venueMs);
    }
}
