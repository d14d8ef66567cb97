package dev.sparkstacker.backtest.data;

import java.nio.file.Path;

/** Reads one kind of file. */
public interface MarketDataReader {
    /** Whether a file is of its kind; looks at no more than name and beginning. */
    boolean accepts(Path file);

    /** Reads and checks the whole file. @throws DataException naming file, line and column */
    MarketData read(Path file);
}
