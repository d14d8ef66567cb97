package dev.sparkstacker.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.tools.backtest.OptimizeDesk;
import dev.sparkstacker.backtest.result.RunIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A search from the command line. */
class OptimizeCommandTest {
    private static final List<String> RESULTS =
            List.of("trials.csv", "folds.csv", "out-of-sample.csv", "heatmap.csv", "optimization.json");

    @TempDir
    private Path folder = Path.of("");

    private Path data = Path.of("");
    private CliFixture cli = new CliFixture();

    @BeforeEach
    void writeAMarket() throws IOException {
        data = folder.resolve("ethusdt_1m.csv");
        Files.writeString(data, WalkedBars.text(1_500));
        cli = new CliFixture(
                folder.resolve("home"),
                Backends.none().withSearches(new OptimizeDesk(new RunIdentity.Build("1", "abc"), stop -> {})));
    }

    @Test
    void aSearchWritesItsFolderAndSuggestsNothingFromAShortWalk() throws IOException {
        assertThat(search("grid", "1")).isZero();

        assertThat(cli.out()).contains("4 of 4 combinations tried for sharpe", "suggested      nothing");
        assertThat(Files.readAllLines(folder.resolve("grid").resolve("trials.csv")))
                .hasSize(5)
                .first()
                .asString()
                .startsWith("fastBars,slowBars,score,sharpe");
        assertThat(Files.readString(folder.resolve("grid").resolve("optimization.json")))
                .contains("\"advice\" : \"none\"", "\"trials\" : 4");
    }

    @Test
    void twoThreadsFindWhatOneFinds() throws IOException {
        assertThat(search("one", "1")).isZero();
        assertThat(search("two", "2")).isZero();

        assertSameResults("two", "one");
    }

    @Test
    void aSearchThatWasCutGoesOnAndEndsAsIfItHadNotBeen() throws IOException {
        assertThat(search("whole", "1")).isZero();
        List<String> trials = Files.readAllLines(folder.resolve("whole").resolve("trials.jsonl"));
        Path cut = Files.createDirectories(folder.resolve("cut"));
        String half = String.join("\n", trials.subList(0, trials.size() / 2));
        Files.writeString(cut.resolve("trials.jsonl"), half + "\n{\"parameters\":\"fast");

        assertThat(search("cut", "1")).isZero();

        assertThat(cli.err()).contains("Going on with " + (trials.size() / 2 - 1) + " runs");
        assertSameResults("cut", "whole");
    }

    @Test
    void aFinishedSearchIsNotReplacedUnasked() {
        assertThat(search("grid", "1")).isZero();

        assertThat(search("grid", "1")).isEqualTo(2);
        assertThat(cli.err()).contains("holds a finished search", "--overwrite");
        assertThat(search("grid", "1", "--overwrite")).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "--vary fast=3..5; macd has no parameter",
                "--vary signalBars=9..3; leads nowhere",
                "--vary signalBars=0..3; out of range",
                "--vary fastBars=4..5; varied once",
                "--search best; --search is",
                "--objective luck; luck",
                "--validate twice; --validate is",
                "--train-parts 0 --validate rolling; Training takes at least one part"
            })
    void aMistakeIsToldWithWhatWouldBeRightAndNothingIsWritten(String options, String words) {
        assertThat(search("wrong", "1", options.split(" ", -1))).isEqualTo(2);

        assertThat(cli.err()).contains(words);
        assertThat(folder.resolve("wrong")).doesNotExist();
    }

    private void assertSameResults(String found, String expected) throws IOException {
        for (String name : RESULTS) {
            assertThat(Files.readString(folder.resolve(found).resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readString(folder.resolve(expected).resolve(name)));
        }
    }

    private int search(String out, String threads, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "optimize",
                "--strategy",
                "macd",
                "--data",
                data.toString(),
                "--vary",
                "fastBars=6,12",
                "--vary",
                "slowBars=20,30",
                "--folds",
                "2",
                "--threads",
                threads,
                "--out",
                folder.resolve(out).toString()));
        arguments.addAll(List.of(options));
        return cli.run(arguments.toArray(String[]::new));
    }
}
