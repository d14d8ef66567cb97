package dev.sparkstacker.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Pct;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.BreakerPolicy;
import dev.sparkstacker.domain.config.LimitSet;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.RiskConfig;
import dev.sparkstacker.domain.config.RiskScope;
import dev.sparkstacker.domain.config.ScopedLimits;
import dev.sparkstacker.domain.config.TradingWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The risk settings: defaults, environment, scopes, and what is refused. */
class RiskSettingsTest {
    @TempDir
    private Path home = Path.of("");

    private ConfigFixture config = new ConfigFixture(home);

    @BeforeEach
    void inAFreshHome() {
        config = new ConfigFixture(home);
    }

    private static String withRisk(String risk) {
        return ConfigFixture.validWith("\"accounts\":", "\"risk\": " + risk + ", \"accounts\":");
    }

    @Test
    void theDefaultsAreThoseOfTheReadinessReport() {
        RiskConfig risk = config.load("{}").trading().risk();
        assertThat(risk.limits())
                .isEqualTo(new LimitSet(
                        new LimitSet.Orders(null, null, 30, Pct.of("5")),
                        new LimitSet.Positions(Usd.of("1000"), Usd.of("3000"), 5, new Leverage(10), new Leverage(50)),
                        new LimitSet.MarketQuality(Usd.of("10000"), Pct.of("0.5"), Pct.of("0.5")),
                        new LimitSet.Losses(
                                new LossLimit(Usd.of("500"), null), new LossLimit(Usd.of("1000"), null), null)));
        assertThat(risk.scoped()).isEmpty();
        assertThat(risk.schedule()).isEmpty();
        assertThat(risk.breakers()).isEqualTo(BreakerPolicy.DEFAULT);
    }

    @Test
    void everyEnvironmentNameOverridesItsLimit() {
        RiskConfig risk = config.load(
                        "{}",
                        Map.of(
                                "RISK_PERCENTAGE", "2",
                                "MAX_POSITION_SIZE", "900",
                                "MAX_TOTAL_EXPOSURE", "2000",
                                "MAX_CONCURRENT_POSITIONS", "4",
                                "DAILY_LOSS_LIMIT", "400",
                                "MAX_DRAWDOWN", "800",
                                "SLIPPAGE_THRESHOLD", "0.4",
                                "MIN_ORDER_BOOK_DEPTH", "9000",
                                "MIN_LEVERAGE", "12"),
                        List.of())
                .trading()
                .risk();
        assertThat(risk.limits().positions())
                .isEqualTo(
                        new LimitSet.Positions(Usd.of("900"), Usd.of("2000"), 4, new Leverage(12), new Leverage(50)));
        assertThat(risk.limits().market())
                .isEqualTo(new LimitSet.MarketQuality(Usd.of("9000"), Pct.of("0.5"), Pct.of("0.4")));
        assertThat(risk.limits().losses())
                .isEqualTo(new LimitSet.Losses(
                        new LossLimit(Usd.of("400"), null), new LossLimit(Usd.of("800"), null), null));
    }

    @Test
    void scopesLimitBesidesTheWhole() {
        RiskConfig risk = config.load(withRisk("""
            {
              "accounts": { "hedge": { "dailyLossLimitPct": 3 } },
              "strategies": { "macd-eth": { "maxConsecutiveLosses": 4 } },
              "markets": { "ETH-USDC": { "maxPositionSizeUsd": 50, "maxSlippagePct": 0.2 } },
              "breakers": { "onDrawdown": "flatten", "drawdownCoolOffMs": 5 },
              "tradingHoursUtc": ["Mon-Fri 08:00-16:30", "Sun 22:00-24:00"]
            }
            """)).trading().risk();
        assertThat(risk.scoped())
                .extracting(ScopedLimits::scope)
                .extracting(RiskScope::toString)
                .containsExactly("account hedge", "strategy macd-eth", "market ETH");
        assertThat(risk.scoped().get(0).limits().losses().daily()).isEqualTo(new LossLimit(null, Pct.of("3")));
        assertThat(risk.scoped().get(1).limits().losses().maxStreak()).isEqualTo(4);
        ScopedLimits market = risk.scoped().get(2);
        assertThat(market.scope()).isEqualTo(new RiskScope.OfMarket(new MarketId("ETH")));
        assertThat(market.limits().positions().maxSize()).isEqualTo(Usd.of("50"));
        assertThat(market.limits().market().maxSlippage()).isEqualTo(Pct.of("0.2"));
        assertThat(risk.breakers().drawdown().action()).isEqualTo(BreakerAction.FLATTEN);
        assertThat(risk.breakers().drawdown().coolOffMs()).isEqualTo(5);
        assertThat(risk.schedule())
                .containsExactly(new TradingWindow(1, 5, 480, 990), new TradingWindow(7, 7, 1_320, 1_440));
    }

    @Test
    void drawdownOfTwentyPercentTakenAsTwentyCents() {
        assertThat(config.problemsOf(withRisk("{ \"limits\": { \"maxDrawdownUsd\": 0.20 } }")))
                .containsExactly("config.json:3:43: error: risk.limits.maxDrawdownUsd: 0.20 is outside 1 to 1000000000."
                        + " The unit is US dollars, as the key says.");
        assertThat(config.problemsOf("{}", Map.of("MAX_DRAWDOWN", "0.20"), List.of()))
                .contains("env MAX_DRAWDOWN: error: risk.limits.maxDrawdownUsd: 0.20 is outside 1 to 1000000000."
                        + " The unit is US dollars, as the key says.");
    }

    @Test
    void aScopeThatNamesNothingIsRefusedWithTheNearest() {
        assertThat(config.problemsOf(withRisk("{ \"accounts\": { \"hegde\": { \"maxPositionSizeUsd\": 5 } } }")))
                .containsExactly("config.json:3:36: error: risk.accounts.hegde: there is no account \"hegde\"."
                        + " Did you mean \"hedge\"?");
        assertThat(config.problemsOf(withRisk("{ \"strategies\": { \"macd\": {} } }")))
                .singleElement()
                .asString()
                .contains("risk.strategies.macd: there is no strategy \"macd\"");
        assertThat(config.problemsOf(withRisk("{ \"markets\": { \"SOL\": {} } }")))
                .singleElement()
                .asString()
                .contains("risk.markets.SOL: there is no strategy that trades \"SOL-USD\"");
        assertThat(config.problemsOf(withRisk("{ \"markets\": { \"ETH\": {}, \"ETH-USD\": {} } }")))
                .singleElement()
                .asString()
                .contains("risk.markets.ETH-USD: ETH-USD is named twice");
    }

    @Test
    void unknownKeysAndShapesOfAScopeAreRefused() {
        assertThat(config.problemsOf(withRisk("{ \"accounts\": { \"main\": { \"maxPositionUsd\": 5 } } }")))
                .singleElement()
                .asString()
                .contains("risk.accounts.main: unknown key \"maxPositionUsd\"");
        assertThat(config.problemsOf(withRisk("{ \"accounts\": [] }")))
                .singleElement()
                .asString()
                .contains("risk.accounts: expected an object");
        assertThat(config.problemsOf(withRisk("{ \"accounts\": { \"main\": 5 } }")))
                .singleElement()
                .asString()
                .contains("risk.accounts.main: expected an object, got the number 5");
        assertThat(config.problemsOf(withRisk("{ \"breakers\": { \"onStaleData\": \"flatten\" } }")))
                .singleElement()
                .asString()
                .contains("unknown key \"onStaleData\"");
    }

    @Test
    void contradictionsAreRefused() {
        assertThat(config.problemsOf(
                        withRisk("{ \"limits\": { \"maxPositionSizeUsd\": 5000, \"maxTotalExposureUsd\": 4000 } }")))
                .singleElement()
                .asString()
                .contains("one position may be larger (5000 USD) than all together (4000 USD)");
        assertThat(config.problemsOf(withRisk("{ \"limits\": { \"minLeverage\": 20, \"maxLeverage\": 10 } }")))
                .anyMatch(problem -> problem.contains(
                        "error: risk.limits.minLeverage: 20x is more than risk.limits.maxLeverage 10x"));
        assertThat(config.problemsOf(withRisk("{ \"markets\": { \"ETH\": { \"maxDrawdownPct\": 5 } } }")))
                .singleElement()
                .asString()
                .contains("a strategy or market has no equity of its own");
        assertThat(config.problemsOf(withRisk("{ \"tradingHoursUtc\": [\"Sat-Mon 08:00-16:00\"] }")))
                .singleElement()
                .asString()
                .contains("run over the end of the week");
        assertThat(config.problemsOf(withRisk("{ \"tradingHoursUtc\": [\"8-16\"] }")))
                .singleElement()
                .asString()
                .contains("expected days and hours such as Mon-Fri 08:00-16:30");
    }

    @Test
    void aLimitThatIsNotLessThanTheMoneyItProtectsIsWarnedOf() {
        assertThat(warnings(withRisk("{ \"limits\": { \"maxDrawdownUsd\": 19999.99 } }")))
                .noneMatch(warning -> warning.contains("never stops anything"));
        assertThat(warnings(withRisk("{ \"limits\": { \"maxDrawdownUsd\": 20000 } }")))
                .anyMatch(warning -> warning.contains(
                        "20000 USD is not less than the 20000 USD it protects, so it never stops anything"));
        assertThat(warnings(withRisk("{ \"accounts\": { \"main\": { \"dailyLossLimitUsd\": 10000 } } }")))
                .anyMatch(warning -> warning.contains("risk.accounts.main.dailyLossLimitUsd: 10000 USD is not less"));
    }

    private List<String> warnings(String text) {
        return config.load(text).warnings().stream()
                .map(problem -> problem.describe())
                .toList();
    }
}
