package dev.sparkstacker.app.tools.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import dev.sparkstacker.sandbox.price.PriceListener;
import dev.sparkstacker.sandbox.price.SourceKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFormatTest {
    private static final MarketId ETH = new MarketId("ETH");
    private static final Instrument RULES = new Instrument(ETH, 1, 4, new Leverage(25), false, Usd.of("10"));
    private static final RecordingHeader TICKS =
            new RecordingHeader(Optional.empty(), List.of(ETH), "a \"source\" with, commas");
    private static final List<MarketRecord> ROWS = List.of(
            new MarketRecord.Rules(1, RULES),
            new MarketRecord.Book(2, ETH, List.of(level("9.9", "1"), level("9.8", "2")), List.of(level("10.1", "3"))),
            new MarketRecord.Print(3, ETH, Side.SELL, Price.of("9.9"), Quantity.of("0.0001")),
            new MarketRecord.Quote(4, ETH, Price.of("9.85"), Quantity.of("5"), Price.of("10"), Quantity.of("6")),
            new MarketRecord.Context(5, ETH, Price.of("9.95"), Price.of("10"), Rate.of("-0.0000125")),
            new MarketRecord.Untrusted(6, ETH, FeedFault.STALE),
            new MarketRecord.Trusted(7, ETH),
            new MarketRecord.Book(8, ETH, List.of(), List.of()));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyKindOfRowIsReadAsItWasWritten() throws IOException {
        Path file = write("all.ssm", TICKS, ROWS, true);

        try (RecordingReader reader = RecordingReader.open(file)) {
            assertThat(reader.header()).isEqualTo(TICKS);
            List<MarketRecord> read = new ArrayList<>();
            reader.forEachRemaining(read::add);
            assertThat(read).isEqualTo(ROWS);
            assertThat(reader.finished()).isTrue();
        }
    }

    @Test
    void usualToolsReadIt() throws IOException {
        byte[] bytes = Files.readAllBytes(write("plain.ssm", TICKS, ROWS, true));
        int body = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;

        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes, body, bytes.length - body))) {
            String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.lines()).contains("trade,3,ETH,sell,9.9,0.0001");
        }
    }

    @Test
    void aFileThatWasCutOffGivesItsWholeRowsAndSaysSo() throws IOException {
        Path file = write("cut.ssm", TICKS, ROWS, false);
        byte[] bytes = Files.readAllBytes(file);

        for (int length : new int[] {bytes.length, bytes.length - 1, bytes.length - 9}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            try (RecordingReader reader = RecordingReader.open(file)) {
                List<MarketRecord> read = new ArrayList<>();
                reader.forEachRemaining(read::add);
                assertThat(read).isEqualTo(ROWS.subList(0, read.size()));
                assertThat(reader.finished()).isFalse();
            }
        }
    }

    @Test
    void anyFlippedByteIsNoticed() throws IOException {
        Path file = write("whole.ssm", TICKS, ROWS, true);
        byte[] bytes = Files.readAllBytes(file);
        int unnoticed = 0;

        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 0x08;
            Files.write(file, flipped);
            if (isTakenForWhole(file)) {
                unnoticed++;
            }
        }

        // Within the ten bytes of a gzip header are four that mean nothing: modification time, flags, system.
        assertThat(unnoticed).isLessThanOrEqualTo(6);
    }

    @Test
    void anExistingFileIsNeverOverwritten() throws IOException {
        Path file = write("once.ssm", TICKS, ROWS, true);

        assertThatThrownBy(() -> RecordingWriter.create(file, TICKS)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aFileOfAnotherKindOrVersionIsRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "timestamp_ms,open\n1,2\n");
        Path newer = Files.writeString(
                folder.resolve("newer"), "{\"format\":\"spark-stacker-market\",\"version\":2,\"markets\":[\"ETH\"]}\n");

        assertThatThrownBy(() -> RecordingReader.open(other)).hasMessageContaining("not a Spark Stacker recording");
        assertThatThrownBy(() -> RecordingReader.open(newer)).hasMessageContaining("version 2; this build reads");
    }

    @Test
    void theSandboxGetsTicksAsRecorded() throws IOException {
        Path file = write("ticks.ssm", TICKS, ROWS, true);
        List<String> told = new ArrayList<>();

        try (RecordingSource source = new RecordingSource(file, List.of(RULES), 1)) {
            assertThat(source.kind()).isEqualTo(SourceKind.RECORDED);
            assertThat(source.startMs()).isEqualTo(1);
            source.advanceTo(3, listener(told));
            assertThat(source.hasEnded()).isFalse();
            source.advanceTo(100, listener(told));
            assertThat(source.hasEnded()).isTrue();
        }
        assertThat(told)
                .containsExactly(
                        "2 book 990000000 1010000000 levels 2 1",
                        "2 context 10 10",
                        "3 trade SELL 9.9 0.0001",
                        "4 book 985000000 1000000000 levels 2 2",
                        "4 context 9.92 9.92",
                        "5 context 9.95 10",
                        "8 book - - levels 0 0");
    }

    @Test
    void aCutFileIsPlayedAndSaysWhereItEnds() throws IOException {
        Path file = write("cut.ssm", TICKS, ROWS, false);
        List<String> told = new ArrayList<>();

        try (RecordingSource source = new RecordingSource(file, List.of(RULES), 1)) {
            assertThat(source.description())
                    .contains("CUT OFF behind row " + ROWS.size() + " at byte " + Files.size(file));
            source.advanceTo(100, listener(told));
            assertThat(source.hasEnded()).isTrue();
            assertThat(source.endMs()).hasValue(8);
            assertThat(source.id()).isEqualTo("recorded-cut.ssm");
        }
        assertThat(told).last().isEqualTo("8 book - - levels 0 0");
    }

    @Test
    void aWholeFileDoesNotCallItselfCut() throws IOException {
        try (RecordingSource source = new RecordingSource(write("whole.ssm", TICKS, ROWS, true), List.of(RULES), 1)) {
            assertThat(source.description()).doesNotContain("CUT OFF");
        }
    }

    @Test
    void theSandboxGetsBarsAsFourPrints() throws IOException {
        List<MarketRecord> bars = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            bars.add(new MarketRecord.Closed(
                    ETH,
                    new Bar(
                            1_767_225_600_000L + i * 60_000L,
                            Price.of("10"),
                            Price.of("12"),
                            Price.of("9"),
                            Price.of("11"),
                            Quantity.of("4"),
                            0)));
        }
        Path file = write("bars.ssm", new RecordingHeader(Optional.of(Interval.M1), List.of(ETH), "x"), bars, true);
        List<String> told = new ArrayList<>();

        try (RecordingSource source = new RecordingSource(file, List.of(RULES), 1)) {
            assertThat(source.kind()).isEqualTo(SourceKind.MODELLED);
            assertThat(source.history(ETH)).hasSize(3);
            assertThat(source.startMs()).isEqualTo(1_767_225_780_000L);
            source.advanceTo(Long.MAX_VALUE, listener(told));
        }
        assertThat(told.stream().filter(line -> line.contains(" trade "))).hasSize(12);
    }

    @Test
    void aMarketTheVenueDoesNotHaveIsRefused() throws IOException {
        Path file = write("other-market.ssm", TICKS, ROWS, true);

        assertThatThrownBy(() -> new RecordingSource(file, List.of(), 1))
                .isInstanceOf(RecordingException.class)
                .hasMessageContaining("ETH-USD");
    }

    private static boolean isTakenForWhole(Path file) throws IOException {
        try (RecordingReader reader = RecordingReader.open(file)) {
            reader.forEachRemaining(row -> {});
            return reader.finished();
        } catch (RecordingException noticed) {
            return false;
        }
    }

    private Path write(String name, RecordingHeader header, List<MarketRecord> rows, boolean finish)
            throws IOException {
        Path file = folder.resolve(name);
        try (RecordingWriter writer = RecordingWriter.create(file, header)) {
            for (MarketRecord row : rows) {
                writer.write(row);
            }
            if (finish) {
                writer.finish();
            } else {
                writer.flush();
            }
        }
        return file;
    }

    private static BookLevel level(String price, String size) {
        return new BookLevel(Price.of(price), Quantity.of(size));
    }

    private static PriceListener listener(List<String> told) {
        return new PriceListener() {
            @Override
            public void onBook(MarketId market, long timeMs, BookSnapshot book) {
                told.add(timeMs + " book " + best(book, Side.BUY) + " " + best(book, Side.SELL) + " levels "
                        + book.levels(Side.BUY) + " " + book.levels(Side.SELL));
            }

            @Override
            public void onTrade(MarketId market, long timeMs, Side aggressor, Price price, Quantity size) {
                told.add(timeMs + " trade " + aggressor + " " + price + " " + size);
            }

            @Override
            public void onContext(MarketId market, long timeMs, Price mark, Price oracle, Rate premium) {
                told.add(timeMs + " context " + mark + " " + oracle);
            }
        };
    }

    private static String best(BookSnapshot book, Side side) {
        return book.levels(side) == 0 ? "-" : Long.toString(book.priceE8(side, 0));
    }
}
