package dev.sparkstacker.backtest.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.backtest.data.DataFiles;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarFileTest {
    private static final MarketId ETH = new MarketId("ETH");
    private static final long MINUTE_MS = 60_000;

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasWritten() throws Exception {
        for (int seed = 1; seed <= 20; seed++) {
            BarColumns bars = drawn(seed, 1 + seed * 997);
            Path file = folder.resolve(seed + ".ssb");

            new BarFile(ETH, Interval.M1, "a test", bars).write(file);
            BarFile read = BarFile.read(file);

            assertThat(read.market()).isEqualTo(ETH);
            assertThat(read.interval()).isEqualTo(Interval.M1);
            assertThat(read.source()).isEqualTo("a test");
            assertSame(read.bars(), bars, "seed " + seed);
        }
    }

    @Test
    void keepsTheLargestAndTheSmallestNumbers() throws Exception {
        BarColumns.Builder bars = new BarColumns.Builder();
        bars.add(0, 1, Long.MAX_VALUE / 2, 1, Long.MAX_VALUE / 2, 0);
        bars.add(86_400_000_000L, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, 1, 1, Long.MAX_VALUE);
        Path file = folder.resolve("wide.ssb");

        new BarFile(ETH, Interval.D1, "", bars.build()).write(file);

        assertSame(BarFile.read(file).bars(), bars.build(), "extremes");
    }

    @Test
    void isRefusedWhereverItWasCutOff() throws Exception {
        Path file = folder.resolve("cut.ssb");
        new BarFile(ETH, Interval.M1, "a test", drawn(3, 200)).write(file);
        byte[] whole = Files.readAllBytes(file);

        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> BarFile.read(file))
                    .as("cut at %d", length)
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining("cut.ssb");
        }
    }

    @Test
    void aFlippedBitInABlockIsFound() throws Exception {
        Path file = folder.resolve("flipped.ssb");
        new BarFile(ETH, Interval.M1, "", drawn(4, 300)).write(file);
        byte[] whole = Files.readAllBytes(file);
        int blocksFrom = 8 + 2 + 3 + 2 + 2 + 2;

        for (int at = blocksFrom; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << (at % 8));
            Files.write(file, damaged);
            assertThatThrownBy(() -> BarFile.read(file)).as("flipped at %d", at).isInstanceOf(DataException.class);
        }
    }

    @Test
    void aRecordedMonthShrinksToAFifthOfItsTextAndIsReadByARun() throws Exception {
        Path recorded =
                Path.of("../shared/data/bybit_ethusdt_perp_1m_cobra.csv.gz").toAbsolutePath();
        assumeTrue(Files.isReadable(recorded), "the recordings are not beside the product");
        MarketData.Bars source = (MarketData.Bars) new DataFiles(List.of()).read(recorded);
        Path file = folder.resolve("month.ssb");

        new BarFile(ETH, Interval.M1, "bybit", source.bars()).write(file);
        MarketData.Bars read = (MarketData.Bars) new DataFiles(List.of(new BarFileReader())).read(file);

        assertSame(read.bars(), source.bars(), "month");
        assertThat(Files.size(file)).isLessThan(source.bars().size() * 12L);
    }

    static BarColumns drawn(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        BarColumns.Builder bars = new BarColumns.Builder();
        long time = 1_700_000_040_000L;
        long close = 200_000_000_000L;
        for (int i = 0; i < rows; i++) {
            time += MINUTE_MS * (random.nextInt(50) == 0 ? 3 : 1);
            long open = close + random.nextLong(-3, 4) * 1_000_000;
            close = open + random.nextLong(-50, 51) * 1_000_000;
            long high = Math.max(open, close) + random.nextLong(20) * 1_000_000;
            long low = Math.min(open, close) - random.nextLong(20) * 1_000_000;
            bars.add(time, open, high, low, close, random.nextLong(1_000_000) * 100_000);
        }
        return bars.build();
    }

    static void assertSame(BarColumns found, BarColumns expected, String what) {
        assertThat(found.size()).as(what).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.bar(i)).as("%s, bar %d", what, i).isEqualTo(expected.bar(i));
        }
    }
}
