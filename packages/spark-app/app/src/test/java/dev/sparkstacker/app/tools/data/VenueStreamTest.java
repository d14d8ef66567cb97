package dev.sparkstacker.app.tools.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.tools.recording.MarketRecord;
import dev.sparkstacker.app.tools.recording.RecordingReader;
import dev.sparkstacker.app.tools.recording.RecordingSource;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.sandbox.Sandbox;
import dev.sparkstacker.sandbox.SandboxConfig;
import dev.sparkstacker.sandbox.SandboxMarket;
import dev.sparkstacker.sandbox.price.PriceSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Recording over real sockets, from the sandbox in the place of the real venue. */
class VenueStreamTest {
    private static final MarketId ETH = new MarketId("ETH");
    private static final SandboxMarket MARKET = new SandboxMarket(ETH, 4, 25, Price.of("2500"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(60)
    void aRecordedFeedCanBePlayedByTheSandboxAgain() throws IOException {
        Path recording = folder.resolve("feed.ssm");
        try (Sandbox venue = venue("first", null)) {
            assertThat(record(venue, recording)).isEqualTo(ExitCode.OK);
        }
        List<MarketRecord> rows = new ArrayList<>();
        try (RecordingReader reader = RecordingReader.open(recording)) {
            reader.forEachRemaining(rows::add);
            assertThat(reader.finished()).isTrue();
        }
        Set<Class<?>> kinds = new LinkedHashSet<>();
        rows.forEach(row -> kinds.add(row.getClass()));
        assertThat(kinds)
                .contains(
                        MarketRecord.Rules.class,
                        MarketRecord.Book.class,
                        MarketRecord.Quote.class,
                        MarketRecord.Print.class,
                        MarketRecord.Context.class);
        assertThat(rows.stream().filter(MarketRecord.Book.class::isInstance).map(MarketRecord.Book.class::cast))
                .allSatisfy(book -> assertThat(book.bids()).hasSizeGreaterThan(5));

        Instrument rules = MARKET.instrument(0, Usd.of("10"));
        try (RecordingSource source = new RecordingSource(recording, List.of(rules), 1);
                Sandbox again = venue("second", source)) {
            assertThat(again.feedDescription()).contains("feed.ssm");
            assertThat(record(again, folder.resolve("again.ssm"))).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    @Timeout(60)
    void aMarketTheVenueDoesNotKnowIsNamed() {
        try (Sandbox venue = venue("unknown", null)) {
            String address = "127.0.0.1:" + venue.port();
            assertThatThrownBy(() -> VenueStream.open(
                            "http://" + address, "ws://" + address + "/ws", List.of(new MarketId("NOPE"))))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("NOPE");
        }
    }

    private Sandbox venue(String state, @Nullable PriceSource prices) {
        return Sandbox.start(new SandboxConfig(
                List.of(MARKET),
                List.of(),
                60_000,
                150,
                Usd.of("10"),
                "127.0.0.1",
                0,
                3,
                null,
                prices,
                folder.resolve(state)));
    }

    private ExitCode record(Sandbox venue, Path target) {
        String address = "127.0.0.1:" + venue.port();
        MarketStream stream = VenueStream.open("http://" + address, "ws://" + address + "/ws", List.of(ETH));
        return new FeedRecorder(stream, target, terminal()).run(List.of(ETH), Duration.ofSeconds(2));
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(new StringWriter(), true),
                false,
                100,
                Map.of(),
                folder,
                question -> Optional.empty(),
                question -> Optional.empty());
    }
}
