package dev.sparkstacker.backtest.data;

import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Recorded trades and best bids and offers, plain or gzip:
 *
 * <pre>
 *  local_ts_us,exch_ts_ms,trade_id,price,qty,taker_side,type
 *  local_ts_us,exch_ts_ms,bid_px,bid_qty,ask_px,ask_qty
 * </pre>
 *
 * A file whose name holds {@code trades} is joined with the one beside it whose name holds {@code bbo} instead, and the
 * other way round. Rows of one file may not go back in time; at one time quotes come before prints.
 */
public final class TickCsv implements MarketDataReader {
    private static final String TRADES = "local_ts_us,exch_ts_ms,trade_id,price,qty,taker_side,type";
    private static final String QUOTES = "local_ts_us,exch_ts_ms,bid_px,bid_qty,ask_px,ask_qty";
    private static final int TIME = 1;

    @Override
    public boolean accepts(Path file) {
        try (CsvReader csv = CsvReader.open(file)) {
            return csv.nextRow()
                    && (csv.row().strip().equals(TRADES) || csv.row().strip().equals(QUOTES));
        }
    }

    @Override
    public MarketData read(Path file) {
        List<Tick> ticks = new ArrayList<>();
        List<DataFile> files = new ArrayList<>();
        boolean[] has = new boolean[2];
        readOne(file, ticks, files, has);
        Path other = partner(file);
        if (other != null) {
            readOne(other, ticks, files, has);
        }
        ticks.sort(Comparator.comparingLong(Tick::timeMs).thenComparingInt(tick -> tick instanceof Tick.Book ? 0 : 1));
        return new MarketData.Ticks(files, ticks, has[0], has[1]);
    }

    private static void readOne(Path file, List<Tick> ticks, List<DataFile> files, boolean[] has) {
        try (CsvReader csv = CsvReader.open(file)) {
            if (!csv.nextRow()) {
                throw new DataException(file, 1, "there is neither a header nor a row");
            }
            boolean quotes = csv.row().strip().equals(QUOTES);
            if (!quotes && !csv.row().strip().equals(TRADES)) {
                throw csv.wrongRow("unknown header: " + csv.row() + "; expected " + TRADES + " or " + QUOTES);
            }
            has[quotes ? 0 : 1] = true;
            int columns = csv.fields();
            int before = ticks.size();
            long last = Long.MIN_VALUE;
            while (csv.nextRow()) {
                if (csv.fields() != columns) {
                    throw csv.wrongRow("expected " + columns + " fields, found " + csv.fields() + ": " + csv.row());
                }
                long time = csv.whole(TIME);
                if (time < last) {
                    throw csv.wrong(TIME, "not sorted: " + time + " is earlier than the row before");
                }
                last = time;
                Tick tick = quotes ? quote(csv, time) : print(csv, time);
                ticks.add(tick);
            }
            if (ticks.size() == before) {
                throw new DataException(file, 1, "there is no row below the header");
            }
            files.add(new DataFile(
                    Objects.toString(file.getFileName(), ""),
                    quotes ? "best bids and offers" : "trades",
                    csv.sha256(),
                    ticks.size() - before,
                    ticks.get(before).timeMs(),
                    last,
                    0));
        }
    }

    private static Tick print(CsvReader csv, long time) {
        Side aggressor = switch (csv.text(5)) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw csv.wrong(5, "taker_side is buy or sell, not '" + csv.text(5) + "'");
        };
        return new Tick.Print(
                time, aggressor, new Price(positive(csv, 3, "price")), new Quantity(positive(csv, 4, "size")));
    }

    private static Tick quote(CsvReader csv, long time) {
        long bid = positive(csv, 2, "bid");
        long bidSize = positive(csv, 3, "bid's size");
        long ask = positive(csv, 4, "ask");
        long askSize = positive(csv, 5, "ask's size");
        if (bid >= ask) {
            throw csv.wrong(4, "the quote is crossed: bid " + csv.text(2) + ", ask " + csv.text(4));
        }
        return new Tick.Book(
                time,
                BookSnapshot.ofUnits(new long[] {bid}, new long[] {bidSize}, new long[] {ask}, new long[] {askSize}));
    }

    private static long positive(CsvReader csv, int field, String name) {
        long value = csv.e8(field);
        if (value <= 0) {
            throw csv.wrong(field, "the " + name + " must be above zero: " + csv.text(field));
        }
        return value;
    }

    private static @Nullable Path partner(Path file) {
        String name = Objects.toString(file.getFileName(), "");
        String other = name.contains("trades") ? name.replace("trades", "bbo") : name.replace("bbo", "trades");
        Path beside = file.resolveSibling(other);
        return other.equals(name) || !Files.isReadable(beside) ? null : beside;
    }
}
