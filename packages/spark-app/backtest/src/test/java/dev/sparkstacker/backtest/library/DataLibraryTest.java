package dev.sparkstacker.backtest.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLibraryTest {
    private static final MarketId ETH = new MarketId("ETH");
    private static final MarketId BTC = new MarketId("BTC");

    @TempDir
    Path folder;

    @Test
    void anEmptyOrAbsentFolderHoldsNothing() throws Exception {
        assertThat(new DataLibrary(folder).list()).isEmpty();
        assertThat(new DataLibrary(folder.resolve("absent")).list()).isEmpty();
    }

    @Test
    void newerBarsAreAddedAndCorrectWhatIsThere() throws Exception {
        DataLibrary library = new DataLibrary(folder);
        library.add(ETH, Interval.M1, "first", bars(10, 11, 12, 14));

        DataLibrary.Merged merged = library.add(ETH, Interval.M1, "second", changed(12, bars(12, 13, 15)));

        assertThat(merged.added()).isEqualTo(2);
        assertThat(merged.changed()).containsExactly(12 * 60_000L);
        BarFile held = BarFile.read(merged.file());
        assertThat(held.source()).isEqualTo("first; second");
        BarFileTest.assertSame(held.bars(), changed(12, bars(10, 11, 12, 13, 14, 15)), "merged");
    }

    @Test
    void addingTheSameBarsAgainChangesNothing() throws Exception {
        DataLibrary library = new DataLibrary(folder);
        library.add(ETH, Interval.M1, "first", bars(10, 11));

        DataLibrary.Merged merged = library.add(ETH, Interval.M1, "first", bars(10, 11));

        assertThat(merged.added()).isZero();
        assertThat(merged.changed()).isEmpty();
        assertThat(BarFile.read(merged.file()).source()).isEqualTo("first");
    }

    @Test
    void listsEverythingWithItsGaps() throws Exception {
        DataLibrary library = new DataLibrary(folder);
        library.add(ETH, Interval.M5, "a", bars(0, 5, 20));
        library.add(ETH, Interval.M1, "a", bars(10, 11, 14));
        library.add(BTC, Interval.M1, "b", bars(1, 2));

        assertThat(library.list())
                .extracting(entry -> entry.content().market() + " "
                        + entry.content().interval().code() + " "
                        + entry.content().bars().size() + " "
                        + entry.check().missing())
                .containsExactly("BTC-USD 1m 2 0", "ETH-USD 1m 3 2", "ETH-USD 5m 3 2");
        assertThat(library.list().get(1).check().gaps()).containsExactly(new BarCheck.Gap(11 * 60_000, 14 * 60_000, 2));
    }

    @Test
    void aFlashCrashStandsOut() {
        BarColumns.Builder bars = new BarColumns.Builder();
        for (int i = 0; i < 100; i++) {
            bars.add(i * 60_000L, 1_000_000, 1_000_100, i == 60 ? 1 : 999_900, 1_000_000, 5);
        }

        assertThat(BarCheck.of(bars.build(), Interval.M1).outliers()).containsExactly(60);
    }

    private static BarColumns bars(int... minutes) {
        BarColumns.Builder bars = new BarColumns.Builder();
        for (int minute : minutes) {
            bars.add(minute * 60_000L, 100 + minute, 120 + minute, 90 + minute, 110 + minute, minute);
        }
        return bars.build();
    }

    /** The same bars, one of which traded more. */
    private static BarColumns changed(int minute, BarColumns bars) {
        BarColumns.Builder other = new BarColumns.Builder();
        for (int i = 0; i < bars.size(); i++) {
            boolean that = bars.openTimeMs(i) == minute * 60_000L;
            other.add(
                    bars.openTimeMs(i),
                    bars.openE8(i),
                    bars.highE8(i),
                    bars.lowE8(i),
                    bars.closeE8(i),
                    bars.volumeE8(i) + (that ? 1 : 0));
        }
        return other.build();
    }
}
