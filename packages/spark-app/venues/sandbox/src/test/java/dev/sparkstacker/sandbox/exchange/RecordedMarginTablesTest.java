package dev.sparkstacker.sandbox.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.wire.info.ClearinghouseState;
import dev.sparkstacker.wire.info.MarginTable;
import dev.sparkstacker.wire.info.MarginTableEntry;
import dev.sparkstacker.wire.info.PerpAsset;
import dev.sparkstacker.wire.info.PerpMeta;
import dev.sparkstacker.wire.info.Position;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.Shape;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The sandbox's margin tables and liquidation prices beside those that mainnet was recorded with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedMarginTablesTest {
    private static final Path RECORDINGS = Path.of("../shared/protocol/recordings");

    private PerpMeta meta = new PerpMeta(List.of(), List.of(), 0);

    @BeforeAll
    void readRecording() throws Exception {
        Path file = RECORDINGS.resolve("go-sdk/meta_mainnet__Meta.json");
        assumeTrue(Files.isReadable(file), "no recordings at ../shared/protocol/recordings");
        meta = Shape.of(PerpMeta.class).read(Json.parse(Files.readString(file)).get("response"));
    }

    private List<MarginTableEntry> tables() {
        return Objects.requireNonNull(meta.marginTables(), "a recording of 2026 has margin tables");
    }

    private static MarginTiers tiers(MarginTable table) {
        return new MarginTiers(table.marginTiers().stream()
                .map(tier ->
                        new MarginTiers.Tier(new Usd(FixedPoint.fromBigDecimal(tier.lowerBound())), tier.maxLeverage()))
                .toList());
    }

    @Test
    void everyRecordedTableIsKnownUnderItsIdAndDescription() {
        assertThat(tables()).hasSize(7);
        for (MarginTableEntry entry : tables()) {
            assertThat(MainnetTiers.listed(List.of(tiers(entry.table()))))
                    .singleElement()
                    .isEqualTo(new MainnetTiers.Table(entry.id(), entry.table().description(), tiers(entry.table())));
        }
    }

    @Test
    void theMarketsThatTheSandboxKnowsByNameHaveTheirRecordedTable() {
        for (String coin : List.of("BTC", "ETH", "SOL", "XRP")) {
            PerpAsset asset = meta.universe().stream()
                    .filter(listed -> listed.name().equals(coin))
                    .findFirst()
                    .orElseThrow();
            MarginTiers recorded = tables().stream()
                    .filter(entry -> Integer.valueOf(entry.id()).equals(asset.marginTableId()))
                    .map(entry -> tiers(entry.table()))
                    .findFirst()
                    .orElseThrow();
            Instrument instrument = new Instrument(
                    new MarketId(coin), 0, asset.szDecimals(), new Leverage(asset.maxLeverage()), false, Usd.of("10"));

            assertThat(MarketSpec.of(instrument).tiers()).as(coin).isEqualTo(recorded);
        }
    }

    @Test
    void aRecordedIsolatedPositionHasTheLiquidationPriceThatTheTiersGiveIt() throws Exception {
        Path file = RECORDINGS.resolve("jkorf/Endpoints__Futures__Account__GetAccountInfo.txt");
        assumeTrue(Files.isReadable(file), "no recordings at ../shared/protocol/recordings");
        List<String> lines = Files.readAllLines(file);
        JsonNode body = Json.parse(lines.getLast());
        Position position = Shape.of(ClearinghouseState.class)
                .read(body)
                .assetPositions()
                .getFirst()
                .position();
        BigDecimal rawUsd = Objects.requireNonNull(position.leverage().rawUsd(), "isolated");

        BigDecimal price = MarginTiers.single(position.maxLeverage()).liquidationPrice(position.szi(), rawUsd);

        assertThat(price.round(new MathContext(12))).isEqualByComparingTo(position.liquidationPx());
    }
}
