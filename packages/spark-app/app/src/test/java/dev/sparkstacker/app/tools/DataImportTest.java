package dev.sparkstacker.app.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.tools.data.VenueStream;
import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.app.tools.recording.RecordingReader;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Foreign files become recordings, or nothing at all. */
class DataImportTest {
    private static final Path SHARED = Path.of("..", "shared", "data");
    private static final MarketId ETH = new MarketId("ETH");
    private static final String HEADER = "timestamp_ms,open,high,low,close,volume\n";
    private static final String FIRST = "1767225600000,10,12,9,11,1.5\n";
    private static final String SECOND = "1767225660000,11,12,10,11,0\n";
    private static final String THIRD = "1767225720000,11,13,10,12.5,2\n";

    @TempDir
    private Path folder = Path.of("");

    private final Screen screen = new Screen();
    private final DataDesk desk = new DataDesk(VenueStream::open, stop -> {}, List.of(ETH, new MarketId("BTC")));

    @Test
    void aMarketThatCouldNotBeReplayedIsRefusedNamingThoseThatCould() throws IOException {
        Path from = source("mars.csv", HEADER + FIRST + SECOND);
        Path target = folder.resolve("mars.ssm");

        assertThatThrownBy(() -> desk.importFile(from, new MarketId("MARS"), target, screen.terminal()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("MARS-USD")
                .hasMessageContaining("ETH-USD")
                .hasMessageContaining("BTC-USD");
        assertThat(target).doesNotExist();
    }

    @Test
    void aFileThatNamesAnotherMarketIsRefused() throws IOException {
        Path from = source("bybit_btcusdt_1m.csv", HEADER + FIRST + SECOND);
        Path target = folder.resolve("btc.ssm");

        assertThatThrownBy(() -> desk.importFile(from, ETH, target, screen.terminal()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("is of BTC-USD by its name");
        assertThat(target).doesNotExist();
    }

    @Test
    void barsAreKeptExactly() throws IOException {
        Path target = folder.resolve("eth.ssm");

        assertThat(convert(source("eth.csv", HEADER + FIRST + SECOND + THIRD), target))
                .isEqualTo(ExitCode.OK);

        List<MarketRecord> rows = Recordings.read(target);
        assertThat(rows).hasSize(3).allMatch(row -> row.market().equals(ETH));
        assertThat(rows.getLast()).isInstanceOfSatisfying(MarketRecord.Closed.class, closed -> {
            assertThat(closed.bar().openTimeMs()).isEqualTo(1_767_225_720_000L);
            assertThat(closed.bar().close()).hasToString("12.5");
            assertThat(closed.bar().volume()).hasToString("2");
            assertThat(closed.bar().trades()).isZero();
        });
        try (RecordingReader reader = RecordingReader.open(target)) {
            assertThat(reader.header().interval()).contains(Interval.M1);
            assertThat(reader.header().source()).isEqualTo("eth.csv");
        }
    }

    @Test
    void columnsMayComeInAnyOrderAndTimesInSeconds() throws IOException {
        Path source = source(
                "other.csv",
                "\uFEFFVolume,Close,Low,High,Open,Time\r\n1.5,11,9,12,10,1767225600\r\n0,11,10,12,11,1767225660\r\n");
        Path target = folder.resolve("other.ssm");

        assertThat(convert(source, target)).isEqualTo(ExitCode.OK);
        assertThat(Recordings.read(target)).extracting(MarketRecord::timeMs).contains(1_767_225_600_000L);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "1767225660000,0,12,10,11,1; open is zero",
                "1767225660000,11,12,0,11,1; low is zero",
                "1767225660000,11,12,10,nan,1; close is no number: \"nan\"",
                "1767225660000,11,1e999999999,10,11,1; high is out of range",
                "1767225660000,11,12,10,11,-1; volume is negative",
                "1767225660000,11,12,10,,1; close is empty",
                "1767225660000,11,12,10,11; it has 5 fields, the header 6",
                "1767225660000,11,12,11.5,11,1; Inconsistent bar",
                "1767225600000,11,12,10,11,1; the same time as line 2",
                "1767225540000,11,12,10,11,1; out of order",
                "1767225670000,11,12,10,11,1; is no open time of a bar of 1m",
                "yesterday,11,12,10,11,1; is no whole number of milliseconds",
                "17,11,12,10,11,1; lies in no year from 2009 to 2099"
            })
    void aBadRowIsNamedByFileAndLineAndNothingIsWritten(String row, String problem) throws IOException {
        Path source = source("bad.csv", HEADER + FIRST + row + "\n" + THIRD + THIRD.replace("5720", "5780"));
        Path target = folder.resolve("bad.ssm");

        assertThat(convert(source, target)).isEqualTo(ExitCode.FOUND);
        assertThat(screen.out()).contains("bad.csv:3: ").contains(problem);
        assertThat(screen.err()).contains("1 bad row; nothing was written");
        assertThat(target).doesNotExist();
        assertThat(folder.resolve("bad.ssm.part")).doesNotExist();
    }

    @Test
    void gapsAreListedAndStayGaps() throws IOException {
        Path source = source("gap.csv", HEADER + FIRST + SECOND + "1767225840000,11,13,10,12,2\n");
        Path target = folder.resolve("gap.ssm");

        assertThat(convert(source, target)).isEqualTo(ExitCode.OK);
        assertThat(screen.out())
                .contains("gap: nothing between 2026-01-01T00:02:00Z and 2026-01-01T00:04:00Z, 2 bars missing");
        assertThat(Recordings.read(target)).hasSize(3);
    }

    @Test
    void anOutlierIsKeptAndShown() throws IOException {
        Path source = source("crash.csv", HEADER + FIRST + "1767225660000,11,12,0.1,11,9\n");

        assertThat(convert(source, folder.resolve("crash.ssm"))).isEqualTo(ExitCode.OK);
        assertThat(screen.out()).contains("look at crash.csv:3: from 0.1 to 12 after a close of 11");
    }

    @Test
    void aFileOfAnotherKindSaysWhatIsExpected() throws IOException {
        Path source = source("funding.csv", "timestamp_ms,funding_rate\n1767225600000,0.0001\n");

        assertThatThrownBy(() -> convert(source, folder.resolve("funding.ssm")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("funding.csv:1: neither bars nor trades nor quotes")
                .hasMessageContaining("timestamp_ms,open,high,low,close,volume");
        assertThatThrownBy(() -> convert(source("empty.csv", ""), folder.resolve("empty.ssm")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("is empty");
        assertThatThrownBy(() -> convert(source("header.csv", HEADER), folder.resolve("header.ssm")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no row below it");
    }

    @Test
    void aGzipFileThatWasCutOffIsNamedWithTheLine() throws IOException {
        Path whole = folder.resolve("whole.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write((HEADER + FIRST + SECOND + THIRD).getBytes(StandardCharsets.UTF_8));
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut.csv.gz");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 12));

        assertThatThrownBy(() -> convert(cut, folder.resolve("cut.ssm")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("cut.csv.gz:")
                .hasMessageContaining("damaged or was not copied whole");
    }

    @Test
    void tradesAndQuotesBesideThemBecomeOneRecordingInTimeOrder() throws IOException {
        Path trades = source("x_trades.csv", """
            timestamp_ms,price,qty,taker_side
            1767225600010,10,1,buy
            1767225600030,9.5,2,sell
            """);
        source("x_bbo.csv", """
            timestamp_ms,bid_px,bid_qty,ask_px,ask_qty
            1767225600000,9.5,1,10,1
            1767225600030,9.4,1,9.9,3
            """);
        Path target = folder.resolve("x.ssm");

        assertThat(convert(trades, target)).isEqualTo(ExitCode.OK);
        assertThat(Recordings.read(target))
                .extracting(row -> row.getClass().getSimpleName())
                .containsExactly("Quote", "Print", "Print", "Quote");
    }

    @Test
    void badTradesAndCrossedQuotesAreNamed() throws IOException {
        Path trades = source("y.csv", """
            timestamp_ms,trade_id,price,qty,taker_side
            1767225600010,1,10,1,buy
            1767225600010,1,10,1,buy
            1767225600020,2,10,1,up
            1767225600030,3,10,0,sell
            1767225600000,4,10,1,sell
            """);
        assertThat(convert(trades, folder.resolve("y.ssm"))).isEqualTo(ExitCode.FOUND);
        assertThat(screen.out())
                .contains("y.csv:3: trade 1 stands in the row before")
                .contains("y.csv:4: the side is buy or sell, not \"up\"")
                .contains("y.csv:5: qty is zero")
                .contains("y.csv:6: out of order");

        Path quotes = source("z.csv", "timestamp_ms,bid_px,bid_qty,ask_px,ask_qty\n1767225600000,10,1,10,1\n");
        assertThat(convert(quotes, folder.resolve("z.ssm"))).isEqualTo(ExitCode.FOUND);
        assertThat(screen.out()).contains("z.csv:2: crossed: bid 10 at or above ask 10");
    }

    @ParameterizedTest
    @CsvSource({
        "bybit_ethusdt_perp_1m_cobra.csv.gz, M1, 43200, 0",
        "bybit_btcusdt_perp_1m_cobra.csv.gz, M1, 43200, 0",
        "coinbase_ethusd_4h_2016-2025_ta4j.csv.gz, H4, 20675, 9",
        "lean_cryptofuture_dydx_btcusd_1m.csv.gz, M1, 1410, 27"
    })
    void theSharedBarsImportWithTheirGapsListed(String name, Interval interval, int bars, int gaps) throws IOException {
        Path target = folder.resolve("shared.ssm");

        assertThat(convert(shared(name), target)).isEqualTo(ExitCode.OK);
        assertThat(screen.out().lines().filter(line -> line.startsWith("gap: ")))
                .hasSize(gaps);
        assertThat(Recordings.read(target)).hasSize(bars);
        try (RecordingReader reader = RecordingReader.open(target)) {
            assertThat(reader.header().interval()).contains(interval);
        }
    }

    @Test
    void theSharedTradesAndQuotesImportTogether() throws IOException {
        Path target = folder.resolve("ticks.ssm");

        assertThat(convert(shared("binance_usdm_ethusdt_20240808_trades.csv.gz"), target))
                .isEqualTo(ExitCode.OK);
        List<MarketRecord> rows = Recordings.read(target);
        assertThat(rows).hasSize(14_076 + 53_992);
        assertThat(rows.stream().filter(MarketRecord.Print.class::isInstance)).hasSize(14_076);
        assertThat(rows).isSortedAccordingTo(Comparator.comparingLong(MarketRecord::timeMs));
    }

    @Test
    void aSharedFileThatIsNoTableIsRefused() {
        Path raw = shared("binance_usdm_ethusdt_20240808_raw_hftbacktest.gz");

        assertThatThrownBy(() -> convert(raw, folder.resolve("raw.ssm"))).isInstanceOf(CommandFailure.class);
    }

    private ExitCode convert(Path source, Path target) {
        boolean bitcoin = source.getFileName().toString().contains("btcusd");
        return desk.importFile(source, bitcoin ? new MarketId("BTC") : ETH, target, screen.terminal());
    }

    private Path source(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Path shared(String name) {
        Path path = SHARED.resolve(name);
        assumeTrue(Files.exists(path), "the shared market data is not here: " + path);
        return path;
    }
}
