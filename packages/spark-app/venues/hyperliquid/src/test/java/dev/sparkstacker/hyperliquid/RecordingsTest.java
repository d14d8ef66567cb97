package dev.sparkstacker.hyperliquid;

import static dev.sparkstacker.hyperliquid.fake.Scenario.MAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.command.Command.ReadAccount;
import dev.sparkstacker.domain.command.Command.ReadCandles;
import dev.sparkstacker.domain.command.Command.ReadOrderStatus;
import dev.sparkstacker.domain.event.AccountEvent.AccountRead;
import dev.sparkstacker.domain.event.AnswerEvent.OrderStatusRead;
import dev.sparkstacker.domain.event.MarketEvent.CandlesRead;
import dev.sparkstacker.hyperliquid.fake.Scenario;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.hyperliquid.mapping.InstrumentTable;
import dev.sparkstacker.wire.info.MetaAndAssetCtxs;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the real venue once answered goes through the connector's own mapping. */
class RecordingsTest {
    private static final Path RECORDINGS = Path.of("..", "shared", "protocol", "recordings");

    @TempDir
    Path folder;

    @BeforeEach
    void recordingsAreThere() {
        assumeTrue(Files.isDirectory(RECORDINGS), "no recordings at " + RECORDINGS + ", contract checks are skipped");
    }

    private static JsonNode response(String file) throws IOException, WireException {
        return Json.parse(Files.readAllBytes(RECORDINGS.resolve(file))).path("response");
    }

    @Test
    void theRealUniverseGivesInstruments() throws IOException, WireException, Impossible {
        MetaAndAssetCtxs meta =
                Json.read(MetaAndAssetCtxs.class, response("go-sdk/metaAndAssetCtxs_mainnet__MetaAndAssetCtxs.json"));
        InstrumentTable table = new InstrumentTable(meta.meta(), Usd.of("10"));
        assertThat(table.listed()).hasSizeGreaterThan(100);
        assertThat(table.isListed(new MarketId("ETH"))).isTrue();
        assertThat(table.nearest(new MarketId("BTCC"))).contains("BTC");
        assertThat(table.find(new MarketId("BTC")).orElseThrow().assetId()).isZero();
    }

    @Test
    void aRealAccountIsReadWhole() throws Exception {
        JsonNode state = response("go-sdk/clearinghouseState_mainnet__UserState_WithDex.json");
        JsonNode orders = response("python-sdk/frontendOpenOrders__get_frontend_open_orders.json");
        JsonNode fills = response("go-sdk/userFillsByTime_testnet__UserFillsByTime.json");
        try (Scenario scenario = new Scenario(folder).start()) {
            scenario.venue().info("clearinghouseState", request -> Json.text(state));
            scenario.venue().info("frontendOpenOrders", request -> Json.text(orders));
            scenario.venue().info("userFillsByTime", request -> Json.text(fills));
            scenario.connector().submit(new ReadAccount(MAIN, 0));
            AccountRead read = scenario.events().await1(AccountRead.class);
            assertThat(read.positions()).hasSize(state.path("assetPositions").size());
            assertThat(read.openOrders()).hasSize(orders.size());
            assertThat(read.fills()).hasSize(fills.size());
        }
    }

    @Test
    void realOrderRecordsTellTheirStatus() throws Exception {
        JsonNode filled = response("go-sdk/orderStatus_mainnet_159219__QueryOrderByOid.json");
        try (Scenario scenario = new Scenario(folder).start()) {
            scenario.venue().info("orderStatus", request -> Json.text(filled));
            scenario.venue().info("userFillsByTime", request -> "[]");
            scenario.connector().submit(new ReadOrderStatus(MAIN, scenario.mint(), 0));
            assertThat(scenario.events().await1(OrderStatusRead.class).status())
                    .isIn((Object[]) VenueOrderStatus.values());
        }
    }

    @Test
    void realCandlesPassTheChecks() throws Exception {
        JsonNode recording = Json.parse(
                Files.readAllBytes(RECORDINGS.resolve("python-sdk/candleSnapshot__get_candles_snapshot.json")));
        JsonNode wanted = recording.path("request").path("req");
        JsonNode candles = recording.path("response");
        MarketId market = new MarketId(wanted.path("coin").asString(""));
        Interval interval =
                Interval.byCode(wanted.path("interval").asString("")).orElseThrow();
        try (Scenario scenario = new Scenario(folder).start()) {
            scenario.venue().info("candleSnapshot", request -> Json.text(candles));
            long first = candles.get(0).path("t").asLong();
            scenario.connector().submit(new ReadCandles(market, interval, first));
            CandlesRead read = scenario.events().await1(CandlesRead.class);
            assertThat(read.bars()).hasSize(candles.size());
        }
    }
}
