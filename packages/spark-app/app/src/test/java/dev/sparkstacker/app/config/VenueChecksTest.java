package dev.sparkstacker.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.check.VenueChecks;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Usd;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found wrong once the venue's metadata is known still names file and line. */
class VenueChecksTest {
    private static final MarketId ETH = new MarketId("ETH");

    @TempDir
    private Path home = Path.of("");

    @Test
    void theShippedStrategyFitsTheVenue() {
        assertThat(problems(ConfigFixture.VALID, instrument(4, 25, false), "3000"))
                .isEmpty();
    }

    @Test
    void anUnknownMarketIsRefusedWithTheNearestKnownOne() {
        assertThat(problems(ConfigFixture.validWith("\"ETH-USD\"", "\"ETHH-USD\""), instrument(4, 25, false), "3000"))
                .containsExactly("config.json:8:19: error: strategies[0].markets[0]: the venue has no market ETHH-USD."
                        + " Did you mean \"ETH-USD\"?");
    }

    @Test
    void anUnknownMarketOfTheHedgeIsRefusedToo() {
        String text = ConfigFixture.validWith("\"leverage\": 5 }", "\"leverage\": 5, \"market\": \"BTCC\" }");
        assertThat(problems(text, instrument(4, 25, false), "3000"))
                .singleElement()
                .asString()
                .startsWith("config.json:12:")
                .contains("strategies[0].hedge.market: the venue has no market BTCC-USD");
    }

    @Test
    void aLegThatRoundsToZeroIsRefusedWithTheMarginOfOneLot() {
        assertThat(problems(ConfigFixture.VALID, instrument(2, 25, false), "3000"))
                .containsExactly(
                        "config.json:11:49: error: strategies[0].main.marginUsd: 8 USD of ETH-USD at 3000 is less than"
                                + " the lot of 0.01 and rounds to zero. One lot needs a margin of 3.00 USD at 10x.",
                        "config.json:12:51: error: strategies[0].hedge.marginUsd: 1 USD of ETH-USD at 3000 is less than"
                                + " the lot of 0.01 and rounds to zero. One lot needs a margin of 6.00 USD at 5x.");
    }

    @Test
    void leverageTheVenueDoesNotOfferIsRefused() {
        assertThat(problems(ConfigFixture.VALID, instrument(4, 5, false), "3000"))
                .hasSize(2)
                .anyMatch(
                        problem -> problem.contains("ETH-USD offers at most 5x, less than risk.limits.minLeverage 10x"))
                .anyMatch(
                        problem -> problem.contains("strategies[0].main.leverage: ETH-USD offers at most 5x, not 10x"));
    }

    @Test
    void crossMarginOnAnIsolatedOnlyMarketIsRefused() {
        String text =
                ConfigFixture.validWith("{ \"name\": \"main\" }", "{ \"name\": \"main\", \"marginMode\": \"cross\" }");
        assertThat(problems(text, instrument(4, 25, true), "3000"))
                .containsExactly("config.json:3:49: error: accounts[0].marginMode: ETH-USD allows isolated margin only."
                        + " Write \"isolated\".");
    }

    private List<String> problems(String text, Instrument instrument, String mark) {
        EffectiveConfig config = new ConfigFixture(home).load(text);
        return VenueChecks.run(config, Map.of(ETH, instrument), Map.of(ETH, Price.of(mark))).stream()
                .map(Problem::describe)
                .toList();
    }

    private static Instrument instrument(int szDecimals, int maxLeverage, boolean isolatedOnly) {
        return new Instrument(ETH, 1, szDecimals, new Leverage(maxLeverage), isolatedOnly, Usd.of("0.1"));
    }
}
