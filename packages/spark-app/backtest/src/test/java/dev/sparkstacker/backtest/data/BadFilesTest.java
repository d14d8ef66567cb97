package dev.sparkstacker.backtest.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file is told with file, line and column, and nothing of it is used. */
class BadFilesTest {
    private static final String HEADER = "timestamp_ms,open,high,low,close,volume\n";
    private static final String FIRST = "1748623140000,10,12,9,11,5\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{0} is told at {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            value = {
                "unsorted; 1748623080000,10,12,9,11,5; 3:1; not sorted",
                "duplicated; 1748623140000,10,12,9,11,5; 3:1; same time",
                "no number; 1748623200000,NaN,12,9,11,5; 3:15; 'NaN' is no number",
                "infinite; 1748623200000,10,Infinity,9,11,5; 3:18; is no number",
                "price missing; 1748623200000,10,12,9,,5; 3:23; a number is missing",
                "price zero; 1748623200000,10,12,0,11,5; 3:21; the low price must be above zero",
                "price negative; 1748623200000,10,12,-9,11,5; 3:21; the low price must be above zero",
                "volume negative; 1748623200000,10,12,9,11,-5; 3:26; the volume is negative",
                "high below close; 1748623200000,10,10.5,9,11,5; 3:18; high is below",
                "low above open; 1748623200000,10,12,10.5,11,5; 3:21; low is above",
                "row cut off; 1748623200000,10,12; 3; expected 6 fields, found 3",
                "too many fields; 1748623200000,10,12,9,11,5,6; 3; expected 6 fields, found 7",
                "time in words; yesterday,10,12,9,11,5; 3:1; is no time",
                "time too short; 17486,10,12,9,11,5; 3:1; is no time",
                "empty line inside; |\n1748623200000,10,12,9,11,5|; 3:1; an empty line between rows"
            })
    void aBadRowIsNamed(String kind, String row, String place, String words) throws IOException {
        Path file = write(HEADER + FIRST + row + "\n1748623260000,10,12,9,11,5\n");

        assertThatThrownBy(() -> read(file))
                .as(kind)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ":" + place + ": ")
                .hasMessageContaining(words);
    }

    @Test
    void anEmptyFileIsToldAsEmpty() throws IOException {
        Path file = write("");

        assertThatThrownBy(() -> read(file)).hasMessage(file + ": the file is empty");
    }

    @Test
    void aHeaderWithoutRowsIsTold() throws IOException {
        Path file = write(HEADER);

        assertThatThrownBy(() -> read(file)).hasMessage(file + ":1: there is no row below the header");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Path file = write("timestamp_ms,open,high,low,close\n1748623140000,10,12,9,11\n");

        assertThatThrownBy(() -> read(file))
                .hasMessageStartingWith(file + ":1: ")
                .hasMessageContaining("no column 'volume'");
    }

    @Test
    void oneRowOffTheGridIsNamedByItsLine() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 20; i++) {
            long time = 1_748_623_140_000L + i * 60_000L + (i == 12 ? 15_000 : 0);
            text.append(time).append(",10,12,9,11,5\n");
        }
        Path file = write(text.toString());

        assertThatThrownBy(() -> read(file)).hasMessageStartingWith(file + ":14:1: wrong interval");
    }

    @Test
    void stepsThatAreTheLengthOfNoBarAreTold() throws IOException {
        Path file = write(HEADER + FIRST + "1748623147000,10,12,9,11,5\n1748623154000,10,12,9,11,5\n");

        assertThatThrownBy(() -> read(file))
                .hasMessageContaining("7000 ms apart")
                .hasMessageContaining("1m, 3m");
    }

    @Test
    void aCutOffGzipIsToldWithTheLineItReached() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            text.append(1_748_623_140_000L + i * 60_000L)
                    .append(",10.")
                    .append(i * 7919 % 1000)
                    .append(",12,9,11,")
                    .append(i * 104_729 % 9973)
                    .append('\n');
        }
        byte[] whole = gzip(text.toString());
        Path file = folder.resolve("cut.csv.gz");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("(?s).*cut\\.csv\\.gz:\\d{4,}: .*cut off.*");
    }

    @Test
    void aFileOfNoKnownKindIsTold() throws IOException {
        Path file = write("name,colour\nETH,blue\n");

        assertThatThrownBy(() -> read(file)).hasMessageContaining("unknown kind of file");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        Path file = folder.resolve("none.csv");

        assertThatThrownBy(() -> read(file)).hasMessage(file + ": there is no readable file of this name");
    }

    @Test
    void fundingThatMissesADayIsTold() throws IOException {
        Path file = folder.resolve("funding.csv");
        Files.writeString(
                file, "timestamp_ms,funding_rate\n1748649600000,0.0001\n1748678400000,0.0001\n1748851200000,0.0002\n");

        assertThatThrownBy(() -> FundingCsv.read(file))
                .hasMessageStartingWith(file + ":4: ")
                .hasMessageContaining("48 hours is missing");
    }

    @Test
    void goodFilesAreReadInEveryFormTheyHave() throws IOException {
        String iso =
                "date,open,high,low,close,volume\n2025-05-30T16:39:00Z,10,12,9,11,5\n2025-05-30 16:40:00,11,12,10,11.5,0\n";
        String lean = "20250530 16:39,10,12,9,11,5\n20250530 16:40,11,12,10,11.5,0\n";
        String plain = HEADER + FIRST + "1748623200000,11,12,10,11.5,0\n";
        Path packed = folder.resolve("packed.csv.gz");
        Files.write(packed, gzip(plain));
        Path minutes = folder.resolve("20250530_trade.csv");
        Files.writeString(minutes, "59940000,10,12,9,11,5\n60000000,11,12,10,11.5,0\n");

        for (Path file : List.of(write(iso), write(lean), write(plain), packed, minutes)) {
            MarketData.Bars bars = (MarketData.Bars) read(file);
            assertThat(bars.interval()).isEqualTo(Interval.M1);
            assertThat(bars.bars().openTimeMs(0)).isEqualTo(1_748_623_140_000L);
            assertThat(bars.bars().close(1)).isEqualTo(Price.of("11.5"));
            assertThat(bars.file().gaps()).isZero();
            assertThat(bars.file().sha256()).hasSize(64);
        }
    }

    @Test
    void missingMinutesAreCountedAndNothingIsPutInTheirPlace() throws IOException {
        Path file = write(HEADER + FIRST + "1748623200000,11,12,10,11.5,0\n1748623380000,11,12,10,11.5,0\n");

        MarketData.Bars bars = (MarketData.Bars) read(file);

        assertThat(bars.bars().size()).isEqualTo(3);
        assertThat(bars.file().gaps()).isEqualTo(1);
    }

    private Path write(String text) throws IOException {
        Path file = Files.createTempFile(folder, "bars", ".csv");
        Files.writeString(file, text);
        return file;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static MarketData read(Path file) {
        return new DataFiles(List.of()).read(file);
    }
}
