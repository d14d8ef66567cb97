package dev.sparkstacker.backtest.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.backtest.compare.Comparison;
import dev.sparkstacker.backtest.compare.WrittenRun;
import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.backtest.result.BacktestResult;
import dev.sparkstacker.backtest.run.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static BacktestResult result;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void runOnce() {
        result = Samples.macd(1_500, 3, "1");
    }

    @Test
    void aRunIsWrittenWholeAndCanBeReadAgain() throws IOException {
        Path written = RunFolder.at(folder.resolve("run"), false).write(result, List.of());

        try (Stream<Path> files = Files.list(written)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("summary.json", "trades.csv", "equity.csv", "signals.csv");
        }
        WrittenRun read = WrittenRun.read(written);
        assertThat(read.trades()).hasSameSizeAs(result.trades());
        assertThat(read.summary().path("tradeHash").asString("")).isEqualTo(result.tradeHash());
        assertThat(read.summary().at("/equity/endUsd").asString(""))
                .isEqualTo(result.equity().last().toString());
        assertThat(read.trades().getFirst().get("entry_price"))
                .isEqualTo(result.trades().getFirst().entryPrice().toString());
        assertThat(Files.readAllLines(written.resolve("signals.csv")))
                .as("a header and a line for every bar that was seen")
                .hasSize(result.bars().size() + 1);
        assertThat(Files.readAllLines(written.resolve("equity.csv")))
                .hasSize(result.equity().size() + 1);
    }

    @Test
    void signalsSayWhatWasMeantAndWhyNot() throws IOException {
        Path written = RunFolder.at(folder.resolve("run"), false).write(result, List.of());

        List<String> lines = Files.readAllLines(written.resolve("signals.csv"));

        assertThat(lines).anyMatch(line -> line.contains(",buy,,")).anyMatch(line -> line.contains(",sell,,"));
        assertThat(lines).anyMatch(line -> line.contains(",none,NO_CROSSOVER,0"));
        assertThat(lines.get(1)).contains(",none,WARMING_UP,");
    }

    @Test
    void everySignalThatLedToNothingSaysWhy() throws IOException {
        BacktestResult small = Samples.tooSmall();
        Path written = RunFolder.at(folder.resolve("small"), false).write(small, List.of());

        List<String> meant = Files.readAllLines(written.resolve("signals.csv")).stream()
                .filter(line -> line.contains(",buy,") || line.contains(",sell,"))
                .toList();

        assertThat(small.trades()).isEmpty();
        assertThat(meant)
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.matches(".*,(buy|sell),BELOW_MIN_NOTIONAL,.*,\"?.*allowed is >= 10.*"));
        assertThat(small.denials()).hasSize(meant.size());
        WrittenRun read = WrittenRun.read(written);
        assertThat(read.summary().path("denials").asInt()).isEqualTo(meant.size());
        assertThat(read.summary().at("/denialKinds/0/reason").asString("")).isEqualTo("BELOW_MIN_NOTIONAL");
        assertThat(read.summary().at("/denialKinds/0/count").asInt()).isEqualTo(meant.size());
        assertThat(SummaryText.of(small))
                .anyMatch(line -> line.startsWith("denied") && line.contains("BELOW_MIN_NOTIONAL"));
    }

    @Test
    void aReportThatFailsLeavesNothingThatLooksLikeAResult() throws IOException {
        RunFolder target = RunFolder.at(folder.resolve("run"), false);

        assertThatThrownBy(() -> target.write(result, List.of((run, into) -> {
                    throw new IOException("no space left");
                })))
                .isInstanceOf(IOException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEarlierRunIsOnlyReplacedWhenAskedFor() throws IOException {
        Path place = folder.resolve("run");
        RunFolder.at(place, false).write(result, List.of());

        assertThatThrownBy(() -> RunFolder.at(place, false)).hasMessageContaining("--overwrite");

        BacktestResult other = Samples.macd(1_500, 4, "1");
        RunFolder.at(place, true).write(other, List.of());
        assertThat(WrittenRun.read(place).summary().path("tradeHash").asString(""))
                .isEqualTo(other.tradeHash());
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(place);
        }
    }

    @Test
    void aFolderOfSomethingElseIsNeverReplaced() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> RunFolder.at(folder, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no backtest");
        assertThat(folder.resolve("letter.txt")).hasContent("dear");
    }

    @Test
    void runsAreComparedDownToTheFirstTradeThatDiffers() throws IOException {
        Path first = RunFolder.at(folder.resolve("first"), false).write(result, List.of());
        Path same = RunFolder.at(folder.resolve("same"), false).write(result, List.of());
        Path slower = RunFolder.at(folder.resolve("slipped"), false).write(Samples.macd(1_500, 3, "20"), List.of());

        Comparison comparison = Comparison.of(
                Stream.of(first, same, slower).map(WrittenRun::read).toList());

        assertThat(comparison.runs()).containsExactly("first", "same", "slipped");
        assertThat(comparison.settings()).anyMatch(row -> row.getFirst().equals("execution.slippage"));
        assertThat(comparison.figures())
                .anySatisfy(row -> assertThat(row)
                        .startsWith("end equity USD", result.equity().last().toString()));
        assertThat(comparison.divergences().getFirst())
                .startsWith("same has the same " + result.trades().size());
        assertThat(comparison.divergences().getLast())
                .startsWith("trade 1 is the first to differ")
                .contains("filled at another price");
    }

    @Test
    void aFolderWithoutARunCannotBeCompared() {
        assertThatThrownBy(() -> WrittenRun.read(folder))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds no backtest");
    }
}
