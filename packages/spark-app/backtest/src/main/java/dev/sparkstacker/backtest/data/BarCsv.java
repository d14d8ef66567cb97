package dev.sparkstacker.backtest.data;

import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.domain.Interval;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Bars as comma-separated text, plain or gzip: time, open, high, low, close, volume; oldest first. With a header the
 * columns are found by name, without one they stand in this order (LEAN's files).
 */
public final class BarCsv implements MarketDataReader {
    private static final List<String> TIME_NAMES =
            List.of("timestamp_ms", "timestamp", "time", "date", "datetime", "open_time", "ts", "t");
    private static final int COLUMNS = 6;

    /** Which field holds what. */
    private record Layout(TimeField times, int fields, int time, int open, int high, int low, int close, int volume) {
        /** The order of files without a header. */
        static Layout plain(Path file) {
            return new Layout(TimeField.ofNamed(file), COLUMNS, 0, 1, 2, 3, 4, 5);
        }
    }

    @Override
    public boolean accepts(Path file) {
        try (CsvReader csv = CsvReader.open(file)) {
            return csv.nextRow() && (isHeader(csv) ? timeColumn(csv) >= 0 && column(csv, "open") >= 0 : isLean(csv));
        }
    }

    @Override
    public MarketData read(Path file) {
        try (CsvReader csv = CsvReader.open(file)) {
            if (!csv.nextRow()) {
                throw new DataException(file, 1, "there is neither a header nor a row");
            }
            boolean header = isHeader(csv);
            Layout layout = header ? layout(csv) : Layout.plain(file);
            if (header && !csv.nextRow()) {
                throw new DataException(file, 1, "there is no row below the header");
            }
            return rows(file, csv, layout);
        }
    }

    private static MarketData rows(Path file, CsvReader csv, Layout layout) {
        BarColumns.Builder bars = new BarColumns.Builder();
        BarSteps steps = new BarSteps(file, csv.line());
        long firstLine = csv.line();
        do {
            readRow(csv, layout, bars, steps);
        } while (csv.nextRow());
        BarColumns columns = bars.build();
        Interval interval = steps.interval(columns);
        String name = Objects.toString(file.getFileName(), "");
        DataFile source = new DataFile(
                name,
                interval.code() + " bars",
                csv.sha256(),
                columns.size(),
                columns.openTimeMs(0),
                columns.openTimeMs(columns.size() - 1),
                steps.gaps(columns, interval));
        return new MarketData.Bars(source, interval, columns, firstLine);
    }

    private static void readRow(CsvReader csv, Layout layout, BarColumns.Builder bars, BarSteps steps) {
        if (csv.fields() != layout.fields()) {
            throw csv.wrongRow("expected " + layout.fields() + " fields, found " + csv.fields() + ": " + csv.row());
        }
        long time = layout.times().read(csv, layout.time());
        steps.take(csv, layout.time(), time);
        long open = price(csv, layout.open(), "open");
        long high = price(csv, layout.high(), "high");
        long low = price(csv, layout.low(), "low");
        long close = price(csv, layout.close(), "close");
        long volume = csv.e8(layout.volume());
        if (volume < 0) {
            throw csv.wrong(layout.volume(), "the volume is negative: " + csv.text(layout.volume()));
        }
        if (high < Math.max(open, close) || low > Math.min(open, close)) {
            boolean tooLow = high < Math.max(open, close);
            throw csv.wrong(
                    tooLow ? layout.high() : layout.low(),
                    tooLow ? "high is below open or close: " + csv.row() : "low is above open or close: " + csv.row());
        }
        bars.add(time, open, high, low, close, volume);
    }

    private static long price(CsvReader csv, int field, String name) {
        long price = csv.e8(field);
        if (price <= 0) {
            throw csv.wrong(field, "the " + name + " price must be above zero: " + csv.text(field));
        }
        return price;
    }

    private static boolean isHeader(CsvReader csv) {
        String first = csv.text(0);
        return first.isEmpty() || !Character.isDigit(first.charAt(0));
    }

    private static boolean isLean(CsvReader csv) {
        return csv.fields() == COLUMNS;
    }

    private static Layout layout(CsvReader csv) {
        return new Layout(
                TimeField.absolute(),
                csv.fields(),
                timeColumn(csv),
                required(csv, "open"),
                required(csv, "high"),
                required(csv, "low"),
                required(csv, "close"),
                required(csv, "volume"));
    }

    private static int required(CsvReader csv, String name) {
        int column = column(csv, name);
        if (column < 0) {
            throw csv.wrongRow("the header has no column '" + name + "': " + csv.row()
                    + "; expected timestamp_ms,open,high,low,close,volume");
        }
        return column;
    }

    private static int timeColumn(CsvReader csv) {
        for (String name : TIME_NAMES) {
            int column = column(csv, name);
            if (column >= 0) {
                return column;
            }
        }
        return -1;
    }

    private static int column(CsvReader csv, String name) {
        for (int i = 0; i < csv.fields(); i++) {
            if (csv.text(i).toLowerCase(Locale.ROOT).equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
