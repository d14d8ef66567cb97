package dev.sparkstacker.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.bind.EffectiveValue;
import dev.sparkstacker.app.config.model.AccountSettings;
import dev.sparkstacker.app.config.model.AppConfig;
import dev.sparkstacker.app.config.model.BreakerSettings;
import dev.sparkstacker.app.config.model.DeadMansSwitchSettings;
import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.app.config.model.Environment;
import dev.sparkstacker.app.config.model.ExitSettings;
import dev.sparkstacker.app.config.model.FeedKind;
import dev.sparkstacker.app.config.model.GuardSettings;
import dev.sparkstacker.app.config.model.HedgeSettings;
import dev.sparkstacker.app.config.model.JournalSettings;
import dev.sparkstacker.app.config.model.LegSettings;
import dev.sparkstacker.app.config.model.LimitSettings;
import dev.sparkstacker.app.config.model.LogLevel;
import dev.sparkstacker.app.config.model.Mode;
import dev.sparkstacker.app.config.model.OnOff;
import dev.sparkstacker.app.config.model.OrderSettings;
import dev.sparkstacker.app.config.model.PaperSettings;
import dev.sparkstacker.app.config.model.PortsSettings;
import dev.sparkstacker.app.config.model.RiskSettings;
import dev.sparkstacker.app.config.model.ScopedLimitSettings;
import dev.sparkstacker.app.config.model.ShutdownSettings;
import dev.sparkstacker.app.config.model.StopPolicy;
import dev.sparkstacker.app.config.model.StrategyParameters;
import dev.sparkstacker.app.config.model.StrategySettings;
import dev.sparkstacker.app.config.model.TelemetrySettings;
import dev.sparkstacker.app.config.model.VenueNetwork;
import dev.sparkstacker.app.config.model.VenueRules;
import dev.sparkstacker.app.config.model.VenueSettings;
import dev.sparkstacker.app.config.model.WatchdogKey;
import dev.sparkstacker.app.config.model.WatchdogSettings;
import dev.sparkstacker.app.config.model.WebhookSettings;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.config.BreakerAction;
import dev.sparkstacker.domain.config.LossLimit;
import dev.sparkstacker.domain.config.Parameter;
import dev.sparkstacker.domain.config.UnknownPositionPolicy;
import dev.sparkstacker.telemetry.log.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an empty configuration is, and that every key reaches its place. */
class AppConfigTest {
    @TempDir
    private Path home = Path.of("");

    @Test
    void anEmptyConfigurationHasTheseDefaults() {
        AppConfig config = new ConfigFixture(home).load("{}").config();
        assertThat(config)
                .isEqualTo(new AppConfig(
                        Mode.PAPER,
                        Environment.DEVELOPMENT,
                        Path.of("data"),
                        Path.of("logs"),
                        new PortsSettings("127.0.0.1", 8080, 9090, 0, null),
                        new VenueSettings(VenueNetwork.MAINNET, null, null),
                        new PaperSettings(
                                Usd.of("10000"),
                                150,
                                number("60"),
                                FeedKind.GENERATOR,
                                null,
                                1,
                                null,
                                new VenueRules(Usd.of("10"), 10_000)),
                        List.of(),
                        List.of(),
                        new OrderSettings(
                                number("0.5"),
                                List.of(number("0.5"), number("1"), number("2"), number("5")),
                                1000,
                                number("10"),
                                2000,
                                2000,
                                5000,
                                2000,
                                30000,
                                5000,
                                UnknownPositionPolicy.HALT),
                        new RiskSettings(
                                number("1"),
                                new LimitSettings(
                                        Usd.of("1000"),
                                        Usd.of("3000"),
                                        5,
                                        new Leverage(10),
                                        new Leverage(50),
                                        null,
                                        null,
                                        30,
                                        number("5"),
                                        Usd.of("10000"),
                                        number("0.5"),
                                        null,
                                        Usd.of("500"),
                                        null,
                                        Usd.of("1000"),
                                        null,
                                        null),
                                none(),
                                none(),
                                none(),
                                new BreakerSettings(
                                        number("80"),
                                        BreakerAction.HALT,
                                        0,
                                        BreakerAction.HALT,
                                        0,
                                        BreakerAction.HALT,
                                        0,
                                        number("50"),
                                        10,
                                        600_000,
                                        0,
                                        5,
                                        60_000,
                                        300_000,
                                        60_000,
                                        60_000,
                                        1,
                                        0,
                                        number("5"),
                                        Usd.of("5"),
                                        120_000),
                                List.of()),
                        new JournalSettings(64, 30, number("20"), 5, 50_000),
                        new TelemetrySettings(LogLevel.INFO, null),
                        new ShutdownSettings(StopPolicy.KEEP_PROTECTED, 10000),
                        new GuardSettings(2000, EmergencyAction.HALT),
                        new WatchdogSettings(false, 30000, EmergencyAction.FLATTEN, List.of()),
                        new DeadMansSwitchSettings(60000),
                        null));
    }

    @Test
    void everyKeyReachesItsPlace() {
        EffectiveConfig effective =
                new ConfigFixture(home).load(EVERY_KEY, Map.of("HOOK", "sixteen characters"), List.of());
        assertThat(effective.config())
                .isEqualTo(new AppConfig(
                        Mode.PAPER,
                        Environment.PRODUCTION,
                        Path.of("d"),
                        Path.of("l"),
                        new PortsSettings("0.0.0.0", 1, 2, 3, 4),
                        new VenueSettings(VenueNetwork.TESTNET, URI.create("http://h:1"), URI.create("ws://h:1/ws")),
                        new PaperSettings(
                                Usd.of("5000.5"),
                                20,
                                number("2.5"),
                                FeedKind.FILE,
                                Path.of("f.csv"),
                                7,
                                URI.create("http://s:2"),
                                new VenueRules(Usd.of("1"), 500)),
                        List.of(
                                new AccountSettings(
                                        new AccountId("a"),
                                        "0x" + "1".repeat(40),
                                        "keystore:a",
                                        "0x" + "2".repeat(40),
                                        MarginMode.CROSS,
                                        false),
                                new AccountSettings(
                                        new AccountId("b"), null, "env:KEY_B", null, MarginMode.ISOLATED, false)),
                        List.of(new StrategySettings(
                                new StrategyId("s"),
                                "macd",
                                List.of(new MarketId("ETH"), new MarketId("BTC")),
                                Interval.M15,
                                new StrategyParameters(List.of(
                                        new Parameter("fastBars", "3"),
                                        new Parameter("minHistogramBps", "1.5"),
                                        new Parameter("signalBars", "4"),
                                        new Parameter("slowBars", "9"))),
                                new LegSettings(new AccountId("a"), Usd.of("3"), null, new Leverage(4)),
                                new HedgeSettings(
                                        new AccountId("b"),
                                        null,
                                        Usd.of("2"),
                                        null,
                                        new Leverage(3),
                                        true,
                                        OnOff.ON,
                                        number("11"),
                                        number("16"),
                                        number("12")),
                                new ExitSettings(number("6"), number("12"), number("48"), 4),
                                false)),
                        new OrderSettings(
                                number("0.6"),
                                List.of(number("0.7"), number("1.4")),
                                1100,
                                number("11"),
                                2100,
                                2200,
                                5100,
                                2300,
                                31000,
                                5200,
                                UnknownPositionPolicy.CLOSE),
                        new RiskSettings(
                                number("2"),
                                new LimitSettings(
                                        Usd.of("1001"),
                                        Usd.of("3001"),
                                        6,
                                        new Leverage(11),
                                        new Leverage(49),
                                        Usd.of("2"),
                                        Usd.of("900"),
                                        31,
                                        number("6"),
                                        Usd.of("10001"),
                                        number("0.6"),
                                        number("0.7"),
                                        Usd.of("501"),
                                        number("3"),
                                        Usd.of("1002"),
                                        number("4"),
                                        7),
                                named("a", scoped("100")),
                                named("s", scoped("200")),
                                named("ETH-USD", scoped("300")),
                                new BreakerSettings(
                                        number("81"),
                                        BreakerAction.FLATTEN,
                                        1,
                                        BreakerAction.FLATTEN,
                                        2,
                                        BreakerAction.FLATTEN,
                                        3,
                                        number("51"),
                                        11,
                                        600_001,
                                        4,
                                        6,
                                        60_001,
                                        300_001,
                                        60_002,
                                        60_003,
                                        2,
                                        5,
                                        number("6"),
                                        Usd.of("7"),
                                        120_001),
                                List.of("Mon-Fri 08:00-16:30")),
                        new JournalSettings(65, 31, number("21"), 6, 51_000),
                        new TelemetrySettings(LogLevel.DEBUG, new Secret("token")),
                        new ShutdownSettings(StopPolicy.FLATTEN, 11000),
                        new GuardSettings(2500, EmergencyAction.FLATTEN),
                        new WatchdogSettings(
                                true,
                                31000,
                                EmergencyAction.HALT,
                                List.of(new WatchdogKey(new AccountId("a"), "env:KEY_W"))),
                        new DeadMansSwitchSettings(61000),
                        new WebhookSettings("env:HOOK", 7)));
        assertThat(effective.values())
                .noneMatch(value -> value.origin() instanceof dev.sparkstacker.app.config.source.Origin.ByDefault);
        assertThat(textOf(effective, "telemetry.metricsToken")).isEqualTo("***");
    }

    @Test
    void theEngineGetsFractionsAndMilliseconds() {
        var trading = new ConfigFixture(home).load(ConfigFixture.VALID).trading();
        var strategy = trading.strategies().getFirst();
        assertThat(strategy.exits().stopDistance().toBigDecimal()).isEqualByComparingTo("0.05");
        assertThat(strategy.exits().targetDistance().toBigDecimal()).isEqualByComparingTo("0.10");
        assertThat(strategy.exits().maxHoldMs()).isEqualTo(86_400_000L);
        assertThat(strategy.main().notional()).isEqualTo(Usd.of("8"));
        assertThat(strategy.parameters().toString())
                .isEqualTo("[Parameter[name=fastBars, value=8], Parameter[name=minHistogramBps, value=0],"
                        + " Parameter[name=signalBars, value=5], Parameter[name=slowBars, value=21]]");
        assertThat(trading.orders().exitSlippageCaps().toString()).isEqualTo("[0.005, 0.01, 0.02, 0.05]");
        assertThat(trading.orders().triggerBound().toString()).isEqualTo("0.1");
    }

    @Test
    void environmentAndFlagsWinOverTheFileAndSayWhoTheyAre() {
        EffectiveConfig effective = new ConfigFixture(home)
                .load(
                        ConfigFixture.VALID,
                        Map.of(
                                "LOG_LEVEL", "debug",
                                "METRICS_PORT", "9191",
                                "TRADING_PAIRS", "BTC-USDC, SOL",
                                "HYPERLIQUID_IS_TESTNET", "true",
                                "HYPERLIQUID_PRIVATE_KEY", "0x" + "a".repeat(64)),
                        List.of(ConfigRequest.Flag.of("--speed", "paper.speed", "1")));
        assertThat(effective.config().telemetry().logLevel()).isEqualTo(LogLevel.DEBUG);
        assertThat(effective.config().venue().network()).isEqualTo(VenueNetwork.TESTNET);
        assertThat(effective.config().strategies().getFirst().markets())
                .containsExactly(new MarketId("BTC"), new MarketId("SOL"));
        assertThat(effective.config().accounts().getFirst().keyRef()).isEqualTo("env:HYPERLIQUID_PRIVATE_KEY");
        assertThat(sourceOf(effective, "ports.metrics")).isEqualTo("env METRICS_PORT");
        assertThat(sourceOf(effective, "paper.speed")).isEqualTo("flag --speed");
        assertThat(sourceOf(effective, "strategies[0].markets[1]")).isEqualTo("env TRADING_PAIRS");
        assertThat(sourceOf(effective, "strategies[0].exits.stopPct")).isEqualTo("config.json:13");
        assertThat(sourceOf(effective, "ports.health")).isEqualTo("default");
    }

    @Test
    void dryRunWinsOverEverything() {
        EffectiveConfig effective = new ConfigFixture(home)
                .load(
                        ConfigFixture.validWith("\"accounts\":", "\"mode\": \"live\", \"accounts\":"),
                        Map.of("DRY_RUN", "true"),
                        List.of(ConfigRequest.Flag.of("--mode", "mode", "live")));
        assertThat(effective.config().mode()).isEqualTo(Mode.PAPER);
        assertThat(sourceOf(effective, "mode")).isEqualTo("env DRY_RUN");
    }

    @Test
    void variablesWorkAnywhereInAValueAndHaveDefaults() {
        EffectiveConfig effective = new ConfigFixture(home)
                .load(
                        ConfigFixture.validWith("\"ETH-USD\"", "\"${COIN}-USD\"")
                                .replace("\"stopPct\": 5", "\"stopPct\": \"${STOP:-4.5}\""),
                        Map.of("COIN", "SOL"),
                        List.of());
        StrategySettings strategy = effective.config().strategies().getFirst();
        assertThat(strategy.markets()).containsExactly(new MarketId("SOL"));
        assertThat(strategy.exits().stopPct()).isEqualByComparingTo("4.5");
    }

    @Test
    void theHashFollowsWhatIsTradedAndNothingElse() {
        ConfigFixture config = new ConfigFixture(home);
        String hash = config.load(ConfigFixture.VALID).hash();
        assertThat(hash).hasSize(64);
        assertThat(config.load("// a comment\n" + ConfigFixture.validWith("0.80", "0.8"))
                        .hash())
                .isEqualTo(hash);
        assertThat(config.load(ConfigFixture.VALID, Map.of("LOG_DIR", "elsewhere", "METRICS_PORT", "1"), List.of())
                        .hash())
                .isEqualTo(hash);
        assertThat(config.load(ConfigFixture.validWith("\"stopPct\": 5", "\"stopPct\": 4"))
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void everyRiskLimitIsEnforcedSoThatSettingOneIsNoReasonToWarn() {
        EffectiveConfig effective =
                new ConfigFixture(home).load(ConfigFixture.VALID, Map.of("DAILY_LOSS_LIMIT", "100"), List.of());
        assertThat(effective.warnings()).isEmpty();
        assertThat(effective.trading().risk().limits().losses().daily()).isEqualTo(new LossLimit(Usd.of("100"), null));
    }

    private static String sourceOf(EffectiveConfig config, String path) {
        return valueOf(config, path).origin().describe();
    }

    private static String textOf(EffectiveConfig config, String path) {
        return valueOf(config, path).text();
    }

    private static EffectiveValue valueOf(EffectiveConfig config, String path) {
        return config.values().stream()
                .filter(value -> value.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static SequencedMap<String, ScopedLimitSettings> none() {
        return new LinkedHashMap<>();
    }

    private static SequencedMap<String, ScopedLimitSettings> named(String name, ScopedLimitSettings limits) {
        SequencedMap<String, ScopedLimitSettings> map = none();
        map.put(name, limits);
        return map;
    }

    private static ScopedLimitSettings scoped(String maxPosition) {
        return new ScopedLimitSettings(
                Usd.of(maxPosition),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static final String EVERY_KEY = """
        {
          "$schema": "./config.schema.json",
          "mode": "paper", "environment": "production", "dataDir": "d", "logDir": "l",
          "ports": { "bindAddress": "0.0.0.0", "health": 1, "metrics": 2, "sandbox": 3, "sandboxControl": 4 },
          "venue": { "network": "testnet", "restUrl": "http://h:1", "websocketUrl": "ws://h:1/ws" },
          "paper": {
            "startingBalanceUsd": 5000.5, "latencyMs": 20, "speed": 2.5, "feed": "file", "dataFile": "f.csv",
            "seed": 7, "sandboxUrl": "http://s:2", "venueRules": { "minNotionalUsd": 1, "addressBudget": 500 }
          },
          "accounts": [
            {
              "name": "a", "address": "0x1111111111111111111111111111111111111111", "keyRef": "keystore:a",
              "vaultAddress": "0x2222222222222222222222222222222222222222", "marginMode": "cross",
              "deadMansSwitch": false
            },
            { "name": "b", "keyRef": "env:KEY_B", "marginMode": "isolated", "deadMansSwitch": false }
          ],
          "strategies": [
            {
              "id": "s", "type": "macd", "markets": ["ETH", "BTC-USDC"], "interval": "15m",
              "parameters": { "fastBars": 3, "slowBars": 9, "signalBars": 4, "minHistogramBps": 1.5 },
              "main": { "account": "a", "marginUsd": 3, "leverage": 4 },
              "hedge": {
                "account": "b", "marginUsd": 2, "leverage": 3, "keepHedge": true, "dynamic": "on",
                "halveAtMainGainPct": 11, "closeMainAtLossPct": 16, "closeBothAtLossPct": 12
              },
              "exits": { "stopPct": 6, "targetPct": 12, "maxHoldHours": 48, "cooldownBars": 4 },
              "reverse": false
            }
          ],
          "orders": {
            "entrySlippagePct": 0.6, "exitSlippagePct": [0.7, 1.4], "exitStepMs": 1100, "triggerBoundPct": 11,
            "protectionTimeoutMs": 2100, "protectionTimeoutMachineMs": 2200, "expiresAfterMs": 5100,
            "absentAfterMs": 2300, "reconcileEveryMs": 31000, "maxBookAgeMs": 5200, "unknownPositions": "close"
          },
          "risk": {
            "riskPerTradePct": 2,
            "limits": {
              "maxPositionSizeUsd": 1001, "maxTotalExposureUsd": 3001, "maxConcurrentPositions": 6,
              "minLeverage": 11, "maxLeverage": 49, "minOrderSizeUsd": 2, "maxOrderSizeUsd": 900,
              "maxOrdersPerMinute": 31, "priceCollarPct": 6, "minOrderBookDepthUsd": 10001,
              "maxSpreadPct": 0.6, "maxSlippagePct": 0.7, "dailyLossLimitUsd": 501, "dailyLossLimitPct": 3,
              "maxDrawdownUsd": 1002, "maxDrawdownPct": 4, "maxConsecutiveLosses": 7
            },
            "accounts": { "a": { "maxPositionSizeUsd": 100 } },
            "strategies": { "s": { "maxPositionSizeUsd": 200 } },
            "markets": { "ETH-USD": { "maxPositionSizeUsd": 300 } },
            "breakers": {
              "warnAtPct": 81, "onDailyLoss": "flatten", "dailyLossCoolOffMs": 1, "onDrawdown": "flatten",
              "drawdownCoolOffMs": 2, "onConsecutiveLosses": "flatten", "consecutiveLossesCoolOffMs": 3,
              "maxOrderErrorPct": 51, "minOrdersToJudge": 11, "orderErrorWindowMs": 600001,
              "orderErrorCoolOffMs": 4, "maxRateLimitHits": 6, "rateLimitWindowMs": 60001,
              "rateLimitCoolOffMs": 300001, "staleDataMs": 60002, "staleDataCoolOffMs": 60003,
              "maxReconciliationDifferences": 2, "reconciliationCoolOffMs": 5, "maxUnexplainedEquityPct": 6,
              "alwaysBelievedUsd": 7, "maxEquityAgeMs": 120001
            },
            "tradingHoursUtc": ["Mon-Fri 08:00-16:30"]
          },
          "journal": { "segmentMb": 65, "retentionDays": 31, "maxGb": 21, "bookDepth": 6, "snapshotEveryEvents": 51000 },
          "telemetry": { "logLevel": "DEBUG", "metricsToken": "token" },
          "shutdown": { "policy": "flatten", "timeoutMs": 11000 },
          "guard": { "silentMs": 2500, "action": "flatten" },
          "watchdog": {
            "enabled": true,
            "silentMs": 31000,
            "action": "halt",
            "keys": [ { "account": "a", "keyRef": "env:KEY_W" } ]
          },
          "deadMansSwitch": { "timeoutMs": 61000 },
          "webhook": { "secretRef": "env:HOOK", "perMinute": 7 }
        }
        """;
}
