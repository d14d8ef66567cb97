package dev.sparkstacker.hyperliquid;

import static dev.sparkstacker.hyperliquid.fake.Scenario.ETH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.MarketEvent.BestBidOffer;
import dev.sparkstacker.domain.event.MarketEvent.InstrumentListed;
import dev.sparkstacker.hyperliquid.fake.FakeSocketServer.Peer;
import dev.sparkstacker.hyperliquid.fake.FakeVenue;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicFeedTest {
    @TempDir
    Path folder;

    @Test
    void pricesComeWithoutAnyAccountOrKey() throws Exception {
        List<MarketEvent> heard = new CopyOnWriteArrayList<>();
        try (Scenario scenario = new Scenario(folder);
                PublicFeed feed = feed(scenario.venue())) {
            feed.connect();
            feed.start(heard::add);
            await().until(() ->
                    scenario.venue().socket().peers().stream().anyMatch(peer -> peer.subscribedTo("\"trades\"")));
            Peer peer = scenario.venue().socket().peers().getFirst();
            peer.send("{\"channel\":\"bbo\",\"data\":{\"coin\":\"ETH\",\"time\":"
                    + feed.time().venueTimeMs() + ",\"bbo\":[{\"px\":\"2499.9\",\"sz\":\"1.0\",\"n\":1},null]}}");
            await().until(() -> heard.stream().anyMatch(BestBidOffer.class::isInstance));
            assertThat(heard.getFirst()).isInstanceOf(InstrumentListed.class);
            assertThat(feed.meta().meta().universe()).hasSize(3);
            assertThat(scenario.venue().asked("userRole")).isEmpty();
        }
    }

    @Test
    void aPrintIsToldOnceOverAllConnections() throws Exception {
        List<MarketEvent> heard = new CopyOnWriteArrayList<>();
        try (Scenario scenario = new Scenario(folder);
                PublicFeed feed = feed(scenario.venue())) {
            feed.connect();
            long startMs = feed.time().venueTimeMs();
            feed.start(heard::add);
            Peer first = subscribed(scenario, 1);
            first.send(trades(
                    print(startMs + 400, 3, "2503"),
                    print(startMs + 400, 2, "2502"),
                    print(startMs - 60_000, 1, "2501")));
            await().until(() -> prints(heard).size() == 2);
            first.drop();
            Peer second = subscribed(scenario, 2);
            second.send(trades(
                    print(startMs + 600, 5, "2505"),
                    print(startMs + 500, 4, "2504"),
                    print(startMs + 400, 3, "2503"),
                    print(startMs + 400, 2, "2502"),
                    print(startMs - 60_000, 1, "2501")));
            await().until(() -> prints(heard).contains("2505"));
            assertThat(prints(heard)).containsExactly("2503", "2502", "2504", "2505");
        }
    }

    private static Peer subscribed(Scenario scenario, int connections) {
        await().until(() -> scenario.venue().socket().peers().stream()
                        .filter(peer -> peer.subscribedTo("\"trades\""))
                        .count()
                == connections);
        return scenario.venue().socket().peers().getLast();
    }

    private static List<String> prints(List<MarketEvent> heard) {
        return heard.stream()
                .filter(MarketEvent.TradePrinted.class::isInstance)
                .map(MarketEvent.TradePrinted.class::cast)
                .map(trade -> trade.price().toString())
                .toList();
    }

    private static String trades(String... prints) {
        return "{\"channel\":\"trades\",\"data\":[" + String.join(",", prints) + "]}";
    }

    private static String print(long timeMs, long tid, String price) {
        return "{\"coin\":\"ETH\",\"side\":\"B\",\"px\":\"" + price + "\",\"sz\":\"1.0\",\"time\":" + timeMs
                + ",\"hash\":\"0x00\",\"tid\":" + tid + ",\"users\":[\"0x1\",\"0x2\"]}";
    }

    private static PublicFeed feed(FakeVenue venue) {
        return new PublicFeed(
                venue.restUrl(),
                venue.socket().url(),
                List.of(new MarketFeed(ETH, List.of(Interval.M1), 20, true)),
                FeedLimits.USUAL,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                ConnectorListener.NONE);
    }
}
