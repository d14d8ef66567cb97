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
