package dev.sparkstacker.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.tools.backtest.OptimizeDesk;
import dev.sparkstacker.backtest.result.RunIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
        cli = of("home", "a build");
    }

    /** The program in a home of its own, as a build of one and the same commit. */
    private CliFixture of(String home, String build) {
        return new CliFixture(
                folder.resolve(home),
                Backends.none()
                        .withSearches(
                                new OptimizeDesk(new RunIdentity.Build("1", "abc"), build, List.of(), stop -> {})));
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
    void theBestIsWrittenAsAWholeRunThatKnowsOfHowManyItIsTheBest() throws IOException {
        assertThat(search("grid", "1")).isZero();

        assertThat(Files.readString(folder.resolve("grid").resolve("best").resolve("summary.json")))
                .contains("\"trials\" : 4", "CHOSEN_ON_THESE_DATA")
                .doesNotContain("\"deflatedSharpe\" : null");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"grid, anchored", "random, rolling", "genetic, purged", "tpe, rolling", "tpe, purged"})
    void twoThreadsFindWhatOneFinds(String search, String validation) throws IOException {
        String[] options = {
            "--search",
            search,
            "--trials",
            "5",
            "--validate",
            validation,
            "--max-hold-hours",
            "1",
            "--train-parts",
            "2",
            "--objective",
            "return"
        };
        assertThat(search("one", "1", options)).isZero();
        assertThat(search("two", "2", options)).isZero();

        assertSameResults("two", "one");
        List<String> folds = Files.readAllLines(folder.resolve("one").resolve("folds.csv"));
        assertThat(folds).as("a header and both folds").hasSize(3);
        assertThat(folds.get(1)).contains(" to ");
    }

    @Test
    void purgedTrainingNeverReadsTheTest() throws IOException {
        assertThat(search("purged", "1", "--validate", "purged", "--max-hold-hours", "2", "--objective", "return"))
                .isZero();

        List<String> folds = Files.readAllLines(folder.resolve("purged").resolve("folds.csv"));
        // The slowest candidate is warm after 35 bars, for which the engine reads 205: training begins after hold and
        // history.
        String[] first = folds.get(1).split(",", -1);
        Instant trainFrom = Instant.parse(first[1].substring(0, first[1].indexOf(" to ")));
        Instant testTo = Instant.parse(first[3]);
        assertThat(Duration.between(testTo, trainFrom)).isEqualTo(Duration.ofMinutes(120 + 3 * 35 + 100));
    }

    @Test
    void aSearchWithRecordedFundingGoesOnWithTheSameRatesAndNotWithOthers() throws IOException {
        Path rates = folder.resolve("rates.csv");
        Files.writeString(rates, fundingOf("0.0001"));
        String[] options = {"--funding", rates.toString()};
        assertThat(search("whole", "1", options)).as(cli.err()).isZero();
        cut("whole", "cut");

        assertThat(search("cut", "1", options)).as(cli.err()).isZero();
        assertThat(cli.err()).contains("Going on with");
        assertSameResults("cut", "whole");

        cut("whole", "other");
        Files.writeString(rates, fundingOf("0.0002"));
        assertThat(search("other", "1", options)).isEqualTo(2);
        assertThat(cli.err()).contains("trials of another study");
    }

    private static String fundingOf(String rate) {
        StringBuilder rows = new StringBuilder("timestamp_ms,funding_rate\n");
        for (int period = -1; period < 6; period++) {
            rows.append(WalkedBars.START_MS + period * 8L * 3_600_000L)
                    .append(',')
                    .append(rate)
                    .append('\n');
        }
        return rows.toString();
    }

    @Test
    void runsOfAnotherBuildOfTheSameCommitAreNotTakenForItsOwn() throws IOException {
        assertThat(search("whole", "1")).isZero();
        cut("whole", "cut");

        cli = of("elsewhere", "another build");
        assertThat(search("cut", "1")).isEqualTo(2);
        assertThat(cli.err()).contains("trials of another study");
    }

    @Test
    void aWindowWithoutDataCostsItsTrialsAndNotTheSearch() throws IOException {
        List<String> rows = new ArrayList<>(Files.readAllLines(data));
        // Nothing was recorded in the whole test of the first fold, which is the second third of what can be traded.
        rows.subList(450, 1_050).clear();
        Files.write(data, rows);

        assertThat(search("gap", "1", "--objective", "return")).as(cli.err()).isZero();

        assertThat(Files.readString(folder.resolve("gap").resolve("trials.jsonl")))
                .contains("The run failed: ");
        assertThat(cli.out()).contains("suggested      nothing", "A test could not run: The run failed");
    }

    /** The first half of a search's runs, and a line that broke off. */
    private int cut(String whole, String cut) throws IOException {
        List<String> trials = Files.readAllLines(folder.resolve(whole).resolve("trials.jsonl"));
        Path begun = Files.createDirectories(folder.resolve(cut));
        String half = String.join("\n", trials.subList(0, trials.size() / 2));
        Files.writeString(begun.resolve("trials.jsonl"), half + "\n{\"parameters\":\"fast");
        return trials.size() / 2 - 1;
    }

    @Test
    void aSearchThatWasCutGoesOnAndEndsAsIfItHadNotBeen() throws IOException {
        assertThat(search("whole", "1")).isZero();
        int kept = cut("whole", "cut");

        assertThat(search("cut", "1")).isZero();

        assertThat(cli.err()).contains("Going on with " + kept + " runs");
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
