package dev.sparkstacker.app.tools.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.app.tools.recording.RecordingReader;
import dev.sparkstacker.domain.BookLevel;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedRecorderTest {
    private static final MarketId ETH = new MarketId("ETH");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    /** Tells what it was given as soon as it is started. */
    private static final class ScriptedStream implements MarketStream {
        private final List<MarketEvent> script;
        private final Runnable afterwards;
        private boolean closed;

        ScriptedStream(List<MarketEvent> script, Runnable afterwards) {
            this.script = script;
            this.afterwards = afterwards;
        }

        @Override
        public String source() {
            return "a script";
        }

        @Override
        public void start(Consumer<MarketEvent> sink) {
            script.forEach(sink);
            afterwards.run();
        }

        @Override
        public long venueTimeMs() {
            return 77;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void everythingTheFeedTellsIsKeptUntilItIsStopped() throws IOException {
        List<BookLevel> bids = Collections.nCopies(1, new BookLevel(Price.of("9"), Quantity.of("1")));
        List<MarketEvent> script = List.of(
                new MarketEvent.BookChanged(ETH, bids, List.of(), 5),
                new MarketEvent.TradePrinted(ETH, Side.BUY, Price.of("10"), Quantity.of("2"), 6),
                new MarketEvent.BestBidOffer(ETH, Price.of("9"), Quantity.of("1"), Price.of("10"), Quantity.of("3"), 7),
                new MarketEvent.ContextChanged(ETH, Price.of("9.5"), Price.of("9.6"), Rate.of("0.00001")),
                new MarketEvent.FeedDegraded(ETH, FeedFault.DISCONNECTED, "gone"),
                new MarketEvent.FeedRestored(ETH));
        Path target = folder.resolve("feed.ssm");
        List<FeedRecorder> recorder = new ArrayList<>();
        ScriptedStream stream =
                new ScriptedStream(script, () -> recorder.getFirst().stop());
        recorder.add(new FeedRecorder(stream, target, terminal()));

        assertThat(recorder.getFirst().run(List.of(ETH, ETH), null)).isEqualTo(ExitCode.OK);

        assertThat(stream.closed).isTrue();
        assertThat(read(target))
                .containsExactly(
                        new MarketRecord.Book(5, ETH, bids, List.of()),
                        new MarketRecord.Print(6, ETH, Side.BUY, Price.of("10"), Quantity.of("2")),
                        new MarketRecord.Quote(
                                7, ETH, Price.of("9"), Quantity.of("1"), Price.of("10"), Quantity.of("3")),
                        new MarketRecord.Context(77, ETH, Price.of("9.5"), Price.of("9.6"), Rate.of("0.00001")),
                        new MarketRecord.Untrusted(77, ETH, FeedFault.DISCONNECTED),
                        new MarketRecord.Trusted(77, ETH));
        assertThat(out.toString()).contains("6 rows");
    }

    @Test
    void itEndsByItselfAfterTheTimeGiven() throws IOException {
        Path target = folder.resolve("short.ssm");
        ScriptedStream stream = new ScriptedStream(List.of(), () -> {});

        assertThat(new FeedRecorder(stream, target, terminal()).run(List.of(ETH), Duration.ofMillis(10)))
                .isEqualTo(ExitCode.OK);
        assertThat(read(target)).isEmpty();
    }

    @Test
    void aTargetThatCannotBeWrittenIsNamedAndTheFeedClosed() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken.ssm"));
        ScriptedStream stream = new ScriptedStream(List.of(), () -> {});

        assertThatThrownBy(() -> new FeedRecorder(stream, taken, terminal()).run(List.of(ETH), null))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(taken.toString());
        assertThat(stream.closed).isTrue();
    }

    private static List<MarketRecord> read(Path file) throws IOException {
        List<MarketRecord> rows = new ArrayList<>();
        try (RecordingReader reader = RecordingReader.open(file)) {
            reader.forEachRemaining(rows::add);
            assertThat(reader.finished()).isTrue();
        }
        return rows;
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true),
                false,
                100,
                Map.of(),
                folder,
                question -> Optional.empty(),
                question -> Optional.empty());
    }
}
