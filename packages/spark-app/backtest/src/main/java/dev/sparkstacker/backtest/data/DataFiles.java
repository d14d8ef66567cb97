package dev.sparkstacker.backtest.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the reader for a file. */
public final class DataFiles {
    private final List<MarketDataReader> readers = new ArrayList<>();

    /** Reads comma-separated bars, trades and quotes, and what the given readers know, which are asked first. */
    public DataFiles(List<MarketDataReader> more) {
        readers.addAll(more);
        readers.add(new TickCsv());
        readers.add(new BarCsv());
    }

    /** Reads and checks a file. @throws DataException naming file, line and column of whatever is wrong */
    public MarketData read(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new DataException(file, "there is no readable file of this name");
        }
        for (MarketDataReader reader : readers) {
            if (reader.accepts(file)) {
                return reader.read(file);
            }
        }
        throw new DataException(
                file,
                1,
                "unknown kind of file; known are bars (timestamp_ms,open,high,low,close,volume), trades"
                        + " (local_ts_us,exch_ts_ms,trade_id,price,qty,taker_side,type), quotes"
                        + " (local_ts_us,exch_ts_ms,bid_px,bid_qty,ask_px,ask_qty) and the product's own recordings (.ssm)");
    }
}
