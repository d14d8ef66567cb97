package dev.sparkstacker.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.command.Command.PlaceOrders;
import dev.sparkstacker.domain.event.AnswerEvent.OrderResting;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent.FeedDegraded;
import dev.sparkstacker.domain.event.MarketEvent.FeedRestored;
import dev.sparkstacker.domain.event.SystemEvent.Connected;
import dev.sparkstacker.hyperliquid.fake.FakeSocketServer.Peer;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import dev.sparkstacker.wire.info.ExchangeStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** The venue as a whole stops: entries wait, everything else is still tried. */
class MaintenanceTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @TempDir
    Path folder;

    private static ExchangeStatus status(tools.jackson.databind.JsonNode special) {
        return new ExchangeStatus(special, 1_000);
    }

    @Test
    void aSpecialStateIsMaintenanceUntilTheNextHeartbeatWithout() {
        VenueCondition condition = new VenueCondition();
        condition.heard(new ExchangeStatus(null, 1_000));
        assertThat(condition.maintenance()).isNull();
        condition.heard(status(JSON.stringNode("postOnly")));
        assertThat(condition.maintenance()).contains("postOnly");
        condition.heard(status(JSON.arrayNode()));
        assertThat(condition.maintenance()).isNull();
        condition.heard(status(JSON.objectNode().put("upgrade", true)));
        assertThat(condition.maintenance()).contains("upgrade");
        condition.heard(status(JSON.nullNode()));
        assertThat(condition.maintenance()).isNull();
    }

    @Test
    void oneMissedHeartbeatIsNothingAndTwoInARowAreMaintenance() {
        VenueCondition condition = new VenueCondition();
        condition.missed("HTTP 502");
        assertThat(condition.maintenance()).isNull();
        condition.heard(new ExchangeStatus(null, 1_000));
        condition.missed("HTTP 502");
        assertThat(condition.maintenance()).isNull();
        condition.missed("HTTP 503 " + "x".repeat(5_000));
        assertThat(condition.maintenance()).contains("HTTP 503").hasSizeLessThan(300);
        condition.heard(new ExchangeStatus(null, 1_000));
        assertThat(condition.maintenance()).isNull();
    }

    @Test
    void maintenanceDegradesEveryMarketAndOrdersAreStillSent() throws Exception {
        try (Scenario scenario = new Scenario(folder)) {
            AtomicReference<String> special = new AtomicReference<>("\"upgrade\"");
            scenario.venue()
                    .info(
                            "exchangeStatus",
                            request -> "{\"specialStatuses\":" + special.get() + ",\"time\":"
                                    + System.currentTimeMillis() + "}");
            scenario.start();
            scenario.events().await1(Connected.class, up -> up.connection().equals("market"));
            quote(scenario);
            scenario.events().await1(FeedDegraded.class, MaintenanceTest::isMaintenance);
            int restored = scenario.events().of(FeedRestored.class).size();

            scenario.venue()
                    .nextExchange("{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":"
                            + "[{\"resting\":{\"oid\":7}}]}}}");
            scenario.connector()
                    .submit(new PlaceOrders(Scenario.MAIN, List.of(Scenario.entry(scenario.mint())), scenario.soon()));
            assertThat(scenario.events().await1(OrderResting.class).orderId()).isEqualTo(7);

            special.set("null");
            scenario.events().awaitCount(FeedRestored.class, restored + 1);
        }
    }

    /** Without a quote the feed is disconnected, which is worse than maintenance. */
    private static boolean isMaintenance(FeedDegraded down) {
        return down.fault() == FeedFault.MAINTENANCE && down.detail().contains("upgrade");
    }

    private static void quote(Scenario scenario) {
        for (Peer peer : scenario.venue().socket().peers()) {
            if (peer.subscribedTo("\"bbo\"")) {
                peer.send(
                        "{\"channel\":\"bbo\",\"data\":{\"coin\":\"ETH\",\"time\":"
                                + scenario.connector().venueTimeMs()
                                + ",\"bbo\":[{\"px\":\"2499.9\",\"sz\":\"1.5\",\"n\":2},{\"px\":\"2500.1\",\"sz\":\"2.5\",\"n\":3}]}}");
            }
        }
    }
}
