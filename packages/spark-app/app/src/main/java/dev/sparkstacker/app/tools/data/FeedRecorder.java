package dev.sparkstacker.app.tools.data;

import dev.sparkstacker.app.console.ProgressBar;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.app.tools.recording.RecordingHeader;
import dev.sparkstacker.app.tools.recording.RecordingWriter;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.event.MarketEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a public feed to a recording until told to stop. Where the feed was not to be trusted, the recording says so
 * instead of hiding it. What was written more than {@link #FLUSH_SECONDS} ago survives the process.
 */
public final class FeedRecorder {
    private static final int FLUSH_SECONDS = 5;

    private final MarketStream stream;
    private final Path target;
    private final Terminal terminal;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private @Nullable RecordingWriter writer;
    private @Nullable IOException failure;

    public FeedRecorder(MarketStream stream, Path target, Terminal terminal) {
        this.stream = stream;
        this.target = target;
        this.terminal = terminal;
    }

    /** Asks it to end; it ends the file in order. May be called from any thread, also before {@link #run}. */
    public void stop() {
        ended.countDown();
    }

    /**
     * Records.
     *
     * @param runFor machine time after which it ends by itself, or null
     * @throws CommandFailure if the file cannot be written
     */
    public ExitCode run(List<MarketId> markets, @Nullable Duration runFor) {
        RecordingHeader header = new RecordingHeader(
                Optional.empty(), markets.stream().distinct().toList(), stream.source());
        try (RecordingWriter opened = RecordingWriter.create(target, header)) {
            synchronized (this) {
                writer = opened;
            }
            try (stream;
                    ProgressBar progress = new ProgressBar(terminal, "Recording rows:", 0)) {
                stream.start(this::take);
                await(runFor, progress);
            } finally {
                synchronized (this) {
                    writer = null;
                }
            }
            IOException failed = failure;
            if (failed != null) {
                throw failed;
            }
            opened.finish();
            terminal.out()
                    .println(String.format(
                            Locale.ROOT, "%s: %,d rows, %,d bytes %s", target, opened.rows(), opened.bytes(), counts));
            return ExitCode.OK;
        } catch (IOException failed) {
            stream.close();
            throw new CommandFailure(
                    ExitCode.ENVIRONMENT,
                    target + " cannot be written: " + failed + ". Rows up to the last full write are kept. Make its"
                            + " folder, free disk space, or choose another name.",
                    failed);
        }
    }

    private void await(@Nullable Duration runFor, ProgressBar progress) throws IOException {
        long deadline = runFor == null ? Long.MAX_VALUE : System.nanoTime() + runFor.toNanos();
        try {
            for (int second = 1; !ended.await(1, TimeUnit.SECONDS); second++) {
                synchronized (this) {
                    RecordingWriter open = writer;
                    if (open != null) {
                        progress.at(open.rows());
                        if (second % FLUSH_SECONDS == 0) {
                            open.flush();
                        }
                    }
                }
                if (runFor != null && System.nanoTime() - deadline >= 0) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void take(MarketEvent event) {
        RecordingWriter open = writer;
        if (open == null || failure != null) {
            return;
        }
        try {
            for (MarketRecord row : rows(event)) {
                open.write(row);
                counts.merge(row.getClass().getSimpleName().toLowerCase(Locale.ROOT), 1L, Long::sum);
            }
        } catch (IOException failed) {
            failure = failed;
            ended.countDown();
        }
    }

    private List<MarketRecord> rows(MarketEvent event) {
        return switch (event) {
            case MarketEvent.InstrumentListed listed ->
                List.of(new MarketRecord.Rules(stream.venueTimeMs(), listed.instrument()));
            case MarketEvent.BestBidOffer quote ->
                List.of(new MarketRecord.Quote(
                        quote.quotedAtMs(),
                        quote.market(),
                        quote.bid(),
                        quote.bidSize(),
                        quote.ask(),
                        quote.askSize()));
            case MarketEvent.BookChanged book ->
                List.of(new MarketRecord.Book(book.quotedAtMs(), book.market(), book.bids(), book.asks()));
            case MarketEvent.TradePrinted trade ->
                List.of(new MarketRecord.Print(
                        trade.tradedAtMs(), trade.market(), trade.aggressor(), trade.price(), trade.size()));
            case MarketEvent.ContextChanged context ->
                List.of(new MarketRecord.Context(
                        stream.venueTimeMs(),
                        context.market(),
                        context.mark(),
                        context.oracle(),
                        context.fundingHourly()));
            case MarketEvent.FeedDegraded degraded ->
                List.of(new MarketRecord.Untrusted(stream.venueTimeMs(), degraded.market(), degraded.fault()));
            case MarketEvent.FeedRestored restored ->
                List.of(new MarketRecord.Trusted(stream.venueTimeMs(), restored.market()));
            case MarketEvent.CandleChanged candle -> List.of();
            case MarketEvent.CandlesRead candles -> List.of();
            case MarketEvent.CandlesUnread unread -> List.of();
        };
    }
}
