package dev.sparkstacker.backtest.data;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.domain.Interval;
import java.util.List;

/** A recorded market. */
public sealed interface MarketData {
    /** The files it was read from. */
    List<DataFile> files();

    /**
     * Bars: the path between their prices is not known, nor is the depth around them.
     *
     * @param firstLine line of the first bar in its file
     */
    record Bars(DataFile file, Interval interval, BarColumns bars, long firstLine) implements MarketData {
        @Override
        public List<DataFile> files() {
            return List.of(file);
        }
    }

    /**
     * Prints, quotes or books one by one, oldest first.
     *
     * @param quoted whether books or quotes were recorded; else the depth around each print is modelled
     * @param printed whether prints were recorded; else bars are put together from the middle of the quotes
     */
    record Ticks(List<DataFile> files, List<Tick> ticks, boolean quoted, boolean printed) implements MarketData {
        public Ticks {
            files = List.copyOf(files);
            ticks = List.copyOf(ticks);
        }
    }
}
