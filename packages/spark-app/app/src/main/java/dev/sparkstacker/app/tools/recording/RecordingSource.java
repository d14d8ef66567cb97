package dev.sparkstacker.app.tools.recording;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.sandbox.price.BarPath;
import dev.sparkstacker.sandbox.price.DepthModel;
import dev.sparkstacker.sandbox.price.PriceListener;
import dev.sparkstacker.sandbox.price.PriceSource;
import dev.sparkstacker.sandbox.price.SourceKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A recording as the sandbox's prices.
 *
 * <p>Prints, quotes, books and contexts are given as recorded. Where the venue's contexts were not recorded the mark is
 * modelled as the middle of the book. Bars are played as {@link BarPath} draws them, with modelled depth. A row that is
 * older than the one before it in the same market is given at that one's time.
 */
public final class RecordingSource implements PriceSource {
    private static final int WARM_UP_BARS = 200;
    private static final int POINTS = 4;

    private final Path file;
    private final RecordingScan scan;
    private final RecordingReader reader;
    private final Map<MarketId, Instrument> instruments = new LinkedHashMap<>();
    private final Map<MarketId, RecordedBook> books = new LinkedHashMap<>();
    private final Map<MarketId, Long> lastMs = new LinkedHashMap<>();
    private final Map<MarketId, Boolean> hasContexts = new LinkedHashMap<>();
    private final List<Bar> history = new ArrayList<>();
    private final @Nullable BarPath path;
    private final Iterator<MarketRecord> rows;
    private final long startMs;
    private @Nullable MarketRecord current;
    private int point;

    /**
     * Opens a recording.
     *
     * @param instruments the rules of its markets
     * @param seed chooses the path within bars
     * @throws RecordingException if it is damaged, empty, or holds a market without rules
     * @throws IOException if it cannot be read
     */
    public RecordingSource(Path file, List<Instrument> instruments, long seed) throws IOException {
        this.file = file;
        for (Instrument instrument : instruments) {
            this.instruments.put(instrument.market(), instrument);
        }
        this.scan = RecordingScan.of(file);
        this.reader = RecordingReader.open(file);
        RecordingHeader header = reader.header();
        for (MarketId market : header.markets()) {
            if (!this.instruments.containsKey(market)) {
                reader.close();
                throw new RecordingException(
                        file,
                        1,
                        "it holds " + market + ", which is not among the markets of the" + " venue: "
                                + this.instruments.keySet());
            }
            books.put(market, new RecordedBook());
        }
        this.rows = reader;
        Interval interval = header.interval().orElse(null);
        if (interval == null) {
            this.path = null;
        } else {
            this.path = new BarPath(instrument(header.markets().getFirst()), interval, DepthModel.full(), seed);
            readHistory();
        }
        advanceRow();
        MarketRecord first = current;
        if (first == null) {
            reader.close();
            throw new RecordingException(file, 2, "it holds no " + (interval == null ? "rows" : "bars to trade on"));
        }
        this.startMs = first.timeMs();
    }

    @Override
    public SourceKind kind() {
        return path == null ? SourceKind.RECORDED : SourceKind.MODELLED;
    }

    @Override
    public String description() {
        String from =
                "recording " + file.getFileName() + " of " + reader.header().source();
        String real = path == null
                ? "; depth that was not recorded does not exist"
                : "; the path within a bar and the depth are modelled";
        return from + real + scan.note();
    }

    @Override
    public String id() {
        return kind().label() + "-" + file.getFileName();
    }

    @Override
    public OptionalLong endMs() {
        return OptionalLong.of(
                scan.lastMs() + reader.header().interval().map(Interval::millis).orElse(0L));
    }

    @Override
    public List<MarketId> markets() {
        return reader.header().markets();
    }

    /** Bars before the start where the recording is of one-minute bars; otherwise nothing is known. */
    @Override
    public List<Bar> history(MarketId market) {
        boolean minutes = reader.header().interval().equals(Optional.of(Interval.M1));
        return minutes ? List.copyOf(history) : List.of();
    }

    @Override
    public long startMs() {
        return startMs;
    }

    @Override
    public boolean hasEnded() {
        return current == null;
    }

    @Override
    public void advanceTo(long timeMs, PriceListener listener) {
        for (MarketRecord row = current; row != null && dueMs(row) <= timeMs; row = current) {
            deliver(row, listener);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private long dueMs(MarketRecord row) {
        return row instanceof MarketRecord.Closed closed && path != null
                ? path.timeMs(closed.bar(), point)
                : row.timeMs();
    }

    private void deliver(MarketRecord row, PriceListener listener) {
        if (row instanceof MarketRecord.Closed closed && path != null) {
            path.emit(closed.bar(), point, listener);
            point++;
            if (point < POINTS) {
                return;
            }
            point = 0;
        } else {
            long time = Math.max(row.timeMs(), lastMs.getOrDefault(row.market(), 0L));
            lastMs.put(row.market(), time);
            tell(row, time, listener);
        }
        advanceRow();
    }

    private void tell(MarketRecord row, long time, PriceListener listener) {
        switch (row) {
            case MarketRecord.Print print ->
                listener.onTrade(print.market(), time, print.aggressor(), print.price(), print.size());
            case MarketRecord.Quote quote -> {
                book(quote.market()).take(quote);
                tellBook(quote.market(), time, listener);
            }
            case MarketRecord.Book book -> {
                book(book.market()).take(book);
                tellBook(book.market(), time, listener);
            }
            case MarketRecord.Context context -> {
                hasContexts.put(context.market(), true);
                Rate premium = context.oracle().isZero()
                        ? Rate.ZERO
                        : new Rate(FixedPoint.multiplyDivide(
                                context.mark().e8() - context.oracle().e8(),
                                Rate.ONE,
                                context.oracle().e8(),
                                RoundingMode.HALF_EVEN));
                listener.onContext(context.market(), time, context.mark(), context.oracle(), premium);
            }
            case MarketRecord.Closed closed ->
                throw new RecordingException(file, 1, "it holds bars, but its header names no interval");
            case MarketRecord.Rules rules -> {
                // The venue that replays it has its own rules.
            }
            case MarketRecord.Untrusted untrusted -> {
                // What is missing is missing for the venue as well.
            }
            case MarketRecord.Trusted trusted -> {
                // The next book says what is known.
            }
        }
    }

    private void tellBook(MarketId market, long time, PriceListener listener) {
        RecordedBook book = book(market);
        book.snapshot().ifPresent(snapshot -> {
            listener.onBook(market, time, snapshot);
            long twice = book.doubleMiddleE8();
            if (twice > 0 && !hasContexts.getOrDefault(market, false)) {
                Price middle = instrument(market).roundPrice(new Price(twice / 2), RoundingMode.HALF_EVEN);
                listener.onContext(market, time, middle, middle, Rate.ZERO);
            }
        });
    }

    private RecordedBook book(MarketId market) {
        return books.computeIfAbsent(market, unnamed -> new RecordedBook());
    }

    private Instrument instrument(MarketId market) {
        Instrument found = instruments.get(market);
        if (found == null) {
            throw new RecordingException(file, 1, "it holds " + market + ", which its header does not name");
        }
        return found;
    }

    private void readHistory() {
        long warmUp = Math.min(WARM_UP_BARS, scan.bars() / 2);
        while (history.size() < warmUp && rows.hasNext()) {
            if (rows.next() instanceof MarketRecord.Closed closed) {
                history.add(closed.bar());
            }
        }
    }

    private void advanceRow() {
        current = rows.hasNext() ? rows.next() : null;
    }
}
