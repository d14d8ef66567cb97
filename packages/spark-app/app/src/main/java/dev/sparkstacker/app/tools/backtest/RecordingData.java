package dev.sparkstacker.app.tools.backtest;

import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.app.tools.recording.RecordingException;
import dev.sparkstacker.app.tools.recording.RecordingReader;
import dev.sparkstacker.backtest.data.DataException;
import dev.sparkstacker.backtest.data.MarketData;
import dev.sparkstacker.backtest.data.MarketDataReader;
import dev.sparkstacker.backtest.data.Tick;
import dev.sparkstacker.backtest.result.BarColumns;
import dev.sparkstacker.backtest.result.DataFile;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.sandbox.price.BookSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The product's own recordings as data of a backtest. One of several markets gives the one that was asked for; rows that
 * the recorder did not trust are left out until it trusted them again.
 */
final class RecordingData implements MarketDataReader {
    private static final String SUFFIX = ".ssm";

    private final MarketId market;

    /** @param market whose rows are wanted */
    RecordingData(MarketId market) {
        this.market = market;
    }

    static boolean isRecording(Path file) {
        return file.toString().endsWith(SUFFIX);
    }

    /** The markets a recording holds. @throws DataException if it cannot be read */
    static List<MarketId> markets(Path file) {
        try (RecordingReader reader = RecordingReader.open(file)) {
            return reader.header().markets();
        } catch (RecordingException damaged) {
            throw told(file, damaged);
        } catch (IOException unreadable) {
            throw new DataException(file, "cannot be read: " + unreadable.getMessage());
        }
    }

    @Override
    public boolean accepts(Path file) {
        return isRecording(file);
    }

    @Override
    public MarketData read(Path file) {
        try (RecordingReader reader = RecordingReader.open(file)) {
            Interval interval = reader.header().interval().orElse(null);
            MarketData data = interval == null ? ticks(file, reader) : bars(file, reader, interval);
            if (!reader.finished()) {
                throw new DataException(
                        file, "was cut off after " + reader.rows() + " rows; run \"data import\" or record it again");
            }
            return data;
        } catch (RecordingException damaged) {
            throw told(file, damaged);
        } catch (IOException unreadable) {
            throw new DataException(file, "cannot be read: " + unreadable.getMessage());
        }
    }

    private MarketData bars(Path file, RecordingReader reader, Interval interval) throws IOException {
        BarColumns.Builder bars = new BarColumns.Builder();
        int gaps = 0;
        long last = Long.MIN_VALUE;
        while (reader.hasNext()) {
            if (reader.next() instanceof MarketRecord.Closed closed
                    && closed.market().equals(market)) {
                gaps += last != Long.MIN_VALUE && closed.timeMs() - last != interval.millis() ? 1 : 0;
                last = closed.timeMs();
                bars.add(closed.bar());
            }
        }
        BarColumns columns = bars.build();
        if (columns.size() < 2) {
            throw new DataException(file, "holds fewer than two bars of " + market);
        }
        DataFile source = file(file, interval.code() + " bars", columns.size(), columns.openTimeMs(0), last, gaps);
        return new MarketData.Bars(source, interval, columns, 2);
    }

    private MarketData ticks(Path file, RecordingReader reader) throws IOException {
        List<Tick> ticks = new ArrayList<>();
        boolean quoted = false;
        boolean printed = false;
        boolean trusted = true;
        while (reader.hasNext()) {
            MarketRecord row = reader.next();
            if (!row.market().equals(market)) {
                continue;
            }
            trusted = !(row instanceof MarketRecord.Untrusted) && (trusted || row instanceof MarketRecord.Trusted);
            Tick tick = trusted ? tick(row) : null;
            if (tick != null) {
                ticks.add(tick);
                quoted |= tick instanceof Tick.Book;
                printed |= tick instanceof Tick.Print;
            }
        }
        if (ticks.isEmpty()) {
            throw new DataException(file, "holds no row of " + market);
        }
        DataFile source = file(
                file,
                "prints, quotes and books",
                ticks.size(),
                ticks.getFirst().timeMs(),
                ticks.getLast().timeMs(),
                0);
        return new MarketData.Ticks(List.of(source), ticks, quoted, printed);
    }

    private static @Nullable Tick tick(MarketRecord row) {
        return switch (row) {
            case MarketRecord.Print print ->
                new Tick.Print(print.timeMs(), print.aggressor(), print.price(), print.size());
            case MarketRecord.Quote quote ->
                book(
                        quote.timeMs(),
                        List.of(new BookLevel(quote.bid(), quote.bidSize())),
                        List.of(new BookLevel(quote.ask(), quote.askSize())));
            case MarketRecord.Book book -> book(book.timeMs(), book.bids(), book.asks());
            case MarketRecord.Context context ->
                new Tick.Context(context.timeMs(), context.mark(), context.oracle(), context.fundingHourly());
            case MarketRecord.Closed closed -> null;
            case MarketRecord.Rules rules -> null;
            case MarketRecord.Untrusted untrusted -> null;
            case MarketRecord.Trusted again -> null;
        };
    }

    /** A book; sides of nothing are empty, and a crossed one is none. */
    private static @Nullable Tick book(long timeMs, List<BookLevel> bids, List<BookLevel> asks) {
        List<BookLevel> buying =
                bids.stream().filter(level -> !level.size().isZero()).toList();
        List<BookLevel> selling =
                asks.stream().filter(level -> !level.size().isZero()).toList();
        boolean crossed = !buying.isEmpty()
                && !selling.isEmpty()
                && buying.getFirst().price().compareTo(selling.getFirst().price()) >= 0;
        return crossed ? null : new Tick.Book(timeMs, BookSnapshot.of(buying, selling));
    }

    private static DataFile file(Path file, String format, long rows, long firstMs, long lastMs, int gaps)
            throws IOException {
        return new DataFile(
                Objects.toString(file.getFileName(), ""), format, sha256(file), rows, firstMs, lastMs, gaps);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                DigestInputStream hashed = new DigestInputStream(raw, MessageDigest.getInstance("SHA-256"))) {
            hashed.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** The exception names its file; here it stands before the message already. */
    private static DataException told(Path file, RecordingException damaged) {
        String message = String.valueOf(damaged.getMessage());
        String prefix = file + ":";
        return new DataException(file, message.startsWith(prefix) ? message.substring(prefix.length()) : message);
    }
}
