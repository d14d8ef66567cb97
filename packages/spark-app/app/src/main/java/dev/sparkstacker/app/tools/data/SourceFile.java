package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A foreign file that is being read, one good row at a time; bad ones go to the findings. */
final class SourceFile implements Closeable {
    /** What the kinds of tables need, for people. */
    private static final String FORMS = """
            Expected a header line with these columns, in any order:
              bars    timestamp_ms,open,high,low,close,volume
              trades  timestamp_ms,price,qty,taker_side
              quotes  timestamp_ms,bid_px,bid_qty,ask_px,ask_qty""";

    /** The kinds of tables. */
    enum Kind {
        BARS,
        TRADES,
        QUOTES
    }

    /**
     * What a first walk over a file found.
     *
     * @param kind what it holds
     * @param rows number of rows
     * @param interval length of its bars, by the commonest step between two; empty for trades and quotes
     */
    record Scan(Kind kind, long rows, Optional<Interval> interval) {}

    private final Path path;
    private final CsvRows rows;
    private final Columns columns;
    private final SourceTable table;
    private final Findings findings;
    private @Nullable MarketRecord current;
    private long good;

    private SourceFile(Path path, CsvRows rows, Columns columns, SourceTable table, Findings findings) {
        this.path = path;
        this.rows = rows;
        this.columns = columns;
        this.table = table;
        this.findings = findings;
        advance();
    }

    /** Walks over a file without judging its rows. @throws CommandFailure if it holds no known table */
    static Scan scan(Path path) throws IOException {
        try (CsvRows rows = CsvRows.open(path)) {
            Columns columns = new Columns(rows.header());
            Kind kind = kind(columns)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.FOUND,
                            path + ":1: neither bars nor trades nor quotes: "
                                    + shortened(rows.header().toString()) + "\n" + FORMS));
            int time = kind == Kind.BARS ? BarTable.timeColumn(columns) : TradeTable.timeColumn(columns);
            long count = 0;
            long last = Long.MIN_VALUE;
            SortedMap<Long, Integer> steps = new TreeMap<>();
            for (String @Nullable [] fields = rows.next(); fields != null; fields = rows.next()) {
                count++;
                long now = timeOrNothing(columns, fields, time);
                if (kind == Kind.BARS && now > last && last != Long.MIN_VALUE) {
                    steps.merge(now - last, 1, Integer::sum);
                }
                last = now == Long.MIN_VALUE ? last : now;
            }
            if (count == 0) {
                throw new CommandFailure(ExitCode.FOUND, path + " has a header, but no row below it.");
            }
            return new Scan(kind, count, kind == Kind.BARS ? Optional.of(interval(path, steps)) : Optional.empty());
        }
    }

    /** Opens a scanned file to read its rows. */
    static SourceFile open(Path path, Scan scan, MarketId market, Findings findings) {
        CsvRows rows = CsvRows.open(path);
        Columns columns = new Columns(rows.header());
        Clockwork clock = new Clockwork(path, findings);
        SourceTable table = switch (scan.kind()) {
            case BARS -> new BarTable(columns, market, scan.interval().orElseThrow(), clock);
            case TRADES -> new TradeTable(columns, market, clock);
            case QUOTES -> new QuoteTable(columns, market, clock);
        };
        return new SourceFile(path, rows, columns, table, findings);
    }

    /** The row that is due, or null at the end. */
    @Nullable
    MarketRecord current() {
        return current;
    }

    /** Goes on to the next good row. */
    void advance() {
        current = null;
        for (String @Nullable [] fields = rows.next(); fields != null && current == null; ) {
            try {
                if (fields.length != columns.count()) {
                    throw new IllegalArgumentException(
                            "it has " + fields.length + " fields, the header " + columns.count());
                }
                current = table.read(fields, rows.line());
                good++;
            } catch (IllegalArgumentException wrong) {
                findings.problem(path, rows.line(), String.valueOf(wrong.getMessage()));
                fields = rows.next();
            }
        }
    }

    /** What was read, for people. */
    String summary() {
        return path.getFileName() + ": " + String.format(Locale.ROOT, "%,d ", good) + table.rows()
                + (table.rounded() == 0 ? "" : ", " + table.rounded() + " values rounded to eight decimals");
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static Optional<Kind> kind(Columns columns) {
        if (BarTable.accepts(columns)) {
            return Optional.of(Kind.BARS);
        }
        if (QuoteTable.accepts(columns)) {
            return Optional.of(Kind.QUOTES);
        }
        return TradeTable.accepts(columns) ? Optional.of(Kind.TRADES) : Optional.empty();
    }

    /** Rows without a readable time are judged when they are read, not here. */
    private static long timeOrNothing(Columns columns, String[] fields, int time) {
        try {
            return fields.length > time ? columns.timeMs(fields, time) : Long.MIN_VALUE;
        } catch (IllegalArgumentException judgedLater) {
            return Long.MIN_VALUE;
        }
    }

    /** The commonest step between two bars; a rare other one is judged where its row is read. */
    private static Interval interval(Path path, SortedMap<Long, Integer> steps) {
        return Stream.of(Interval.values())
                .filter(interval -> steps.containsKey(interval.millis()))
                .max(Comparator.comparing(interval -> steps.getOrDefault(interval.millis(), 0)))
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.FOUND,
                        steps.isEmpty()
                                ? path + ": at least two bars in order are needed to tell their length."
                                : path + ": the smallest step between two bars is " + steps.firstKey()
                                        + " ms, which is the length of no bar: 1m, 3m, 5m, 15m, 30m, 1h, 2h, 4h, 8h,"
                                        + " 12h, 1d."));
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
