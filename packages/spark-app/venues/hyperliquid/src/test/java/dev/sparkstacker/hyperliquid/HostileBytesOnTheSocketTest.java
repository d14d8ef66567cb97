package dev.sparkstacker.hyperliquid;

import static dev.sparkstacker.hyperliquid.fake.Scenario.ETH;
import static dev.sparkstacker.hyperliquid.fake.Scenario.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.command.Command.ReadAccount;
import dev.sparkstacker.domain.command.Command.ReadCandles;
import dev.sparkstacker.domain.event.AccountEvent.AccountUnread;
import dev.sparkstacker.domain.event.MarketEvent.BestBidOffer;
import dev.sparkstacker.domain.event.MarketEvent.CandlesRead;
import dev.sparkstacker.domain.event.MarketEvent.CandlesUnread;
import dev.sparkstacker.domain.event.SystemEvent.Connected;
import dev.sparkstacker.domain.event.SystemEvent.Disconnected;
import dev.sparkstacker.domain.event.SystemEvent.FrameMalformed;
import dev.sparkstacker.hyperliquid.RequestReport.Outcome;
import dev.sparkstacker.hyperliquid.fake.FakeSocketServer;
import dev.sparkstacker.hyperliquid.fake.FakeSocketServer.Peer;
import dev.sparkstacker.hyperliquid.fake.FakeVenue;
import dev.sparkstacker.hyperliquid.fake.FakeVenue.Answer;
import dev.sparkstacker.hyperliquid.fake.RecordedCounts;
import dev.sparkstacker.hyperliquid.fake.RecordedEvents;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import dev.sparkstacker.hyperliquid.socket.SocketTiming;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hostile bytes on real sockets, below what the simulator can spoil: before the JDK's client has decoded them. Each is
 * counted and told, a connection that they end is opened again, and what comes afterwards is believed.
 */
class HostileBytesOnTheSocketTest {
    private static final int TEN_MB = 10 * 1024 * 1024;
    private static final int DEPTH = 200_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] BAD_UTF_8 = {(byte) 0xc3, (byte) 0x28, (byte) 0xf0, (byte) 0x80, (byte) 0xff};

    @TempDir
    Path folder;

    private final RecordedCounts counts = new RecordedCounts();
    private Scenario scenario;
    private FakeVenue venue;
    private FakeSocketServer server;
    private RecordedEvents events;
    private int quotes;

    @SuppressWarnings("NullAway.Init") // JUnit sets the scenario up before each test
    HostileBytesOnTheSocketTest() {}

    @BeforeEach
    void start() throws Exception {
        // The product's own timing: a test's short one takes a machine that is busy with ten megabytes for a dead line.
        scenario = new Scenario(folder, counts, SocketTiming.usual(Duration.ofSeconds(2))).start();
        venue = scenario.venue();
        server = venue.socket();
        events = scenario.events();
        events.await1(Connected.class, up -> up.connection().equals("market"));
        events.await1(Connected.class, up -> up.connection().equals("account:main"));
    }

    @AfterEach
    void stop() throws Exception {
        scenario.close();
    }

    private Peer market() {
        return server.peers().reversed().stream()
                .filter(peer -> peer.subscribedTo("\"bbo\""))
                .findFirst()
                .orElseThrow();
    }

    /** A genuine quote is still heard, on whatever connection is the newest. */
    private void requireQuotesAreHeard() {
        String bid = "24" + (10 + quotes++) + ".5";
        String frame = "{\"channel\":\"bbo\",\"data\":{\"coin\":\"ETH\",\"time\":"
                + scenario.connector().venueTimeMs() + ",\"bbo\":[{\"px\":\"" + bid
                + "\",\"sz\":\"1.5\",\"n\":2},{\"px\":\"2600\",\"sz\":\"2.5\",\"n\":3}]}}";
        market().send(frame);
        events.await1(BestBidOffer.class, quote -> quote.bid().equals(Price.of(bid)));
    }

    private static byte[] around(String before, byte[] middle, String after) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(middle);
        bytes.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static String nested() {
        return "[".repeat(DEPTH) + "]".repeat(DEPTH);
    }

    private static String long10Mb() {
        return "\"" + "x".repeat(TEN_MB) + "\"";
    }

    @Test
    void aFrameOfInvalidUtf8EndsTheConnectionWhichIsOpenedAgain() {
        requireQuotesAreHeard();
        int openings = server.peers().size();
        market().sendBytes(around("{\"channel\":\"bbo\",\"data\":{\"coin\":\"", BAD_UTF_8, "\"}}"));

        events.await1(Disconnected.class, down -> down.connection().equals("market"));
        assertThat(counts.disconnected()).anyMatch(text -> text.startsWith("market"));
        await("a new connection that has subscribed")
                .atMost(PATIENCE)
                .until(() -> server.peers().size() > openings
                        && server.peers().getLast().subscribedTo("\"bbo\""));
        requireQuotesAreHeard();
        assertThat(events.of(Disconnected.class))
                .as("the account's connection stays")
                .allMatch(down -> down.connection().equals("market"));
    }

    @Test
    void aMessageOfTenMegabytesAndOneOfGreatDepthAreCountedAndPassedOver() {
        Peer peer = market();
        peer.send("{\"channel\":\"bbo\",\"data\":" + long10Mb() + "}");
        peer.sendInPieces("{\"channel\":\"bbo\",\"data\":" + long10Mb() + "}", 50);
        peer.send("{\"channel\":\"bbo\",\"data\":" + nested() + "}");
        requireQuotesAreHeard();

        assertThat(counts.malformed()).hasSize(3);
        assertThat(events.of(FrameMalformed.class)).hasSize(3);
        assertThat(counts.disconnected()).as("connections lost to them").isEmpty();
        assertThat(market()).as("the same connection").isSameAs(peer);
    }

    @Test
    void hostileBodiesOfRequestsAreUnreadAnswersAndTheNextGoodOneIsRead() {
        Map<String, byte[]> bodies = new TreeMap<>(Map.of(
                "bad UTF-8", around("[{\"t\":1,\"s\":\"", BAD_UTF_8, "\"}]"),
                "10 MB", long10Mb().getBytes(StandardCharsets.UTF_8),
                "depth", nested().getBytes(StandardCharsets.UTF_8)));
        int unread = 0;
        for (Map.Entry<String, byte[]> body : bodies.entrySet()) {
            venue.info("candleSnapshot", new Answer.Bytes(200, body.getValue()));
            venue.info("clearinghouseState", new Answer.Bytes(200, body.getValue()));
            scenario.connector().submit(new ReadCandles(ETH, Interval.M1, 0));
            scenario.connector().submit(new ReadAccount(MAIN, 0));
            unread++;
            assertThat(events.awaitCount(CandlesUnread.class, unread))
                    .as(body.getKey())
                    .hasSize(unread);
            assertThat(events.awaitCount(AccountUnread.class, unread))
                    .as(body.getKey())
                    .hasSize(unread);
        }
        assertThat(counts.requests())
                .as("each is counted as a failed request")
                .filteredOn(report -> report.endpoint().equals("info/candleSnapshot"))
                .hasSizeGreaterThanOrEqualTo(bodies.size())
                .allMatch(report -> report.outcome() == Outcome.UNREADABLE);

        venue.info("candleSnapshot", request -> "[]");
        scenario.connector().submit(new ReadCandles(ETH, Interval.M1, 0));
        events.await1(CandlesRead.class);
        assertThat(counts.disconnected()).isEmpty();
        requireQuotesAreHeard();
    }
}
