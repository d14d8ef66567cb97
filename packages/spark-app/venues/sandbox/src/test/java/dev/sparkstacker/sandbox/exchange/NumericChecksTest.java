package dev.sparkstacker.sandbox.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sparkstacker.domain.FixedPoint;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.wire.json.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The venue's recorded numbers against the exchange's arithmetic. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumericChecksTest {
    private JsonNode checks = tools.jackson.databind.node.NullNode.getInstance();

    @BeforeAll
    void read() throws Exception {
        Path file = Path.of("../shared/protocol/recordings/observed/numeric-checks.json");
        assumeTrue(Files.isReadable(file), "no recorded numbers at " + file);
        checks = Json.parse(Files.readAllBytes(file));
    }

    private static BigDecimal decimal(JsonNode node, String key) {
        return new BigDecimal(node.path(key).asString("0"));
    }

    @Test
    void recordedFeesAreTruncatedToSixDecimals() {
        assertThat(checks.get("fees")).isNotEmpty();
        for (JsonNode check : checks.get("fees")) {
            Usd notional = Price.of(check.get("px").stringValue())
                    .times(Quantity.of(check.get("sz").stringValue()));
            Usd fee = Money.fee(notional, Rate.of(check.get("rate").stringValue()));
            Usd builder = Money.fee(notional, Rate.fromBigDecimal(decimal(check, "builderRate")));
            assertThat(fee.plus(builder))
                    .as(check.toString())
                    .isEqualTo(Usd.of(check.get("fee").stringValue()));
        }
    }

    @Test
    void recordedLiquidationPricesAreReproduced() {
        assertThat(checks.get("liquidation")).isNotEmpty();
        for (JsonNode check : checks.get("liquidation")) {
            BigDecimal size = decimal(check, "szi");
            BigDecimal expected = decimal(check, "expectedServer");
            MarginTiers tiers = MarginTiers.single(check.get("maxLeverage").intValue());
            BigDecimal price = tiers.liquidationPrice(size, equityAtZero(check, size));
            boolean isolated = check.get("mode").stringValue().equals("isolated");
            BigDecimal tolerance = isolated ? new BigDecimal("0.00002") : new BigDecimal("0.0000000001");
            assertThat(price.subtract(expected).abs())
                    .as(check.get("name").stringValue())
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    private static BigDecimal equityAtZero(JsonNode check, BigDecimal size) {
        if (check.get("mode").stringValue().equals("isolated")) {
            return decimal(check, "rawUsd");
        }
        BigDecimal value = decimal(check, "positionValue");
        BigDecimal own = value.multiply(decimal(check, "maintenanceRate"));
        BigDecimal others = decimal(check, "crossMaintenanceMarginUsed").subtract(own);
        return decimal(check, "accountValue")
                .subtract(value.multiply(BigDecimal.valueOf(size.signum())))
                .subtract(others);
    }

    @Test
    void recordedReturnsOnEquityFollowFromProfitSizeEntryAndLeverage() {
        for (JsonNode check : checks.get("roe")) {
            SignedQuantity size = SignedQuantity.of(check.get("szi").stringValue());
            Position position = new Position(new MarketId("X"), MarginMode.CROSS);
            position.apply(size, Price.of(check.get("entryPx").stringValue()), 1);
            BigDecimal equity = FixedPoint.toBigDecimal(position.cost().abs().e8())
                    .divide(BigDecimal.valueOf(check.get("leverage").intValue()), MathContext.DECIMAL128);
            BigDecimal expected = decimal(check, "returnOnEquity");
            BigDecimal computed = decimal(check, "unrealizedPnl").divide(equity, MathContext.DECIMAL128);
            assertThat(computed.subtract(expected).abs())
                    .as("%s, its entry price shown rounded", check)
                    .isLessThan(new BigDecimal("0.000000001"));
        }
    }

    @Test
    void recordedAccountValuesAreRawUsdPlusSignedNotional() {
        for (JsonNode check : checks.get("accountValue")) {
            assertThat(decimal(check, "totalRawUsd").add(decimal(check, "signedNotional")))
                    .isEqualByComparingTo(decimal(check, "accountValue"));
        }
    }
}
