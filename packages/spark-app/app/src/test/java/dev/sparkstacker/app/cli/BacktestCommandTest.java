package dev.sparkstacker.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.tools.backtest.BacktestDesk;
import dev.sparkstacker.backtest.result.RunIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backtest from the command line: a folder and status 0, or one clear message, status 2 and nothing at all. */
class BacktestCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Path data = Path.of("");
    private CliFixture cli = new CliFixture();

    @BeforeEach
    void writeAMarket() throws IOException {
        data = folder.resolve("ethusdt_1m.csv");
        Files.writeString(data, WalkedBars.text(700));
        cli = new CliFixture(
                folder.resolve("home"),
                Backends.none().withBacktests(new BacktestDesk(new RunIdentity.Build("1", "abc"), List.of())));
    }

    @Test
    void aRunWritesItsFolderAndPrintsItsSummary() {
        int status = backtest("--strategy", "macd", "--param", "fastBars=6");

        assertThat(cli.err()).isEmpty();
        assertThat(status).isZero();
        assertThat(cli.out()).contains("fastBars=6", "trade hash", "bars/s", "modelled", "O-L-H-C");
        assertThat(folder.resolve("run")).isDirectoryContaining("glob:**summary.json");
    }

    @Test
    void aStrategyOfTheConfigurationTradesWithItsLegs() {
        int status = backtest("--strategy", "macd-eth");

        assertThat(cli.err()).isEmpty();
        assertThat(status).isZero();
        assertThat(cli.out()).contains("macd-eth on ETH-USD", "balance 10000 USD each of 2");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "parameter out of range; --param fastBars=1; fastBars: 1 is out of range|a whole number from 2 to 500",
                "unknown parameter; --param fast=3; --param fast: macd has no such parameter",
                "parameters that contradict; --param fastBars=30; fastBars",
                "no value; --param fastBars; takes name=value",
                "unknown interval; --interval 7m; --interval is '7m'",
                "no such time; --from noon; --from is 'noon'",
                "period without data; --from 2031-01-01; no data to trade on",
                "leverage too high; --leverage 99; allows 1 to 25",
                "market unknown to the table; --market MARS-USD; has no MARS-USD"
            })
    void aMistakeIsToldAndNothingIsWritten(String kind, String options, String words) throws IOException {
        List<String> all = new ArrayList<>(List.of("--strategy", "macd"));
        all.addAll(List.of(options.split(" ", -1)));

        int status = backtest(all.toArray(String[]::new));

        assertThat(status).as(kind).isEqualTo(2);
        assertThat(cli.err()).contains(words.split("\\|", -1));
        assertNothingWritten();
    }

    @Test
    void aStrategyThatIsNotThereIsToldWithThoseThatAre() throws IOException {
        assertThat(backtest("--strategy", "mcd")).isEqualTo(2);
        assertThat(cli.err()).contains("no strategy 'mcd'", "super-signal", "macd-eth");
        assertNothingWritten();
    }

    @Test
    void aBadRowIsToldByFileLineAndColumn() throws IOException {
        Files.writeString(
                data, WalkedBars.text(300) + (WalkedBars.START_MS + 300 * 60_000L) + ",2500,2501,2499,NaN,1\n");

        assertThat(backtest("--strategy", "macd")).isEqualTo(2);
        assertThat(cli.err()).contains(data + ":302:30: 'NaN' is no number");
        assertNothingWritten();
    }

    @Test
    void aFileWhoseNameNamesNoMarketNeedsOne() throws IOException {
        Path plain = folder.resolve("prices.csv");
        Files.copy(data, plain);
        data = plain;

        assertThat(backtest("--strategy", "macd")).isEqualTo(2);
        assertThat(cli.err()).contains("choose it with --market");
        assertThat(backtest("--strategy", "macd", "--market", "ETH-USD")).isZero();
    }

    @Test
    void runsAreComparedSideBySide() {
        assertThat(backtest("--strategy", "macd")).isZero();
        Path other = folder.resolve("other");
        assertThat(cli.run(
                        "backtest",
                        "--strategy",
                        "macd",
                        "--slippage-bps",
                        "10",
                        "--data",
                        data.toString(),
                        "--out",
                        other.toString()))
                .isZero();

        int status = cli.run("compare", folder.resolve("run").toString(), other.toString());

        assertThat(status).isZero();
        assertThat(cli.out()).contains("execution.slippage", "end equity USD", "trade 1 is the first to differ");
    }

    private int backtest(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                "--data",
                data.toString(),
                "--out",
                folder.resolve("run").toString(),
                "--threads",
                "1"));
        arguments.addAll(List.of(options));
        return cli.run(arguments.toArray(String[]::new));
    }

    private void assertNothingWritten() throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("home", data.getFileName().toString());
        }
    }
}
