package dev.sparkstacker.app.config;

import static dev.sparkstacker.app.config.ConfigFixture.validWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.config.DynamicHedge;
import dev.sparkstacker.domain.config.HedgeConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every wrong configuration fails with file, line, what is wrong and what would be right. */
class ConfigBadInputTest {
    @TempDir
    private Path home = Path.of("");

    private ConfigFixture config = new ConfigFixture(home);

    @BeforeEach
    void inAFreshHome() {
        config = new ConfigFixture(home);
    }

    @Test
    void aMisspeltKeyIsRefusedWithTheNearestValidOne() {
        assertThat(config.problemsOf(validWith("\"stopPct\"", "\"stopPtc\"")))
                .containsExactly("config.json:13:18: error: strategies[0].exits: unknown key \"stopPtc\"."
                        + " Did you mean \"stopPct\"?");
    }

    @Test
    void aKeyWithAnotherUnitIsRefusedWithTheRightOne() {
        assertThat(config.problemsOf(validWith("\"stopPct\"", "\"stopBps\"")))
                .containsExactly("config.json:13:18: error: strategies[0].exits: unknown key \"stopBps\"."
                        + " Did you mean \"stopPct\"?");
        assertThat(config.problemsOf(validWith("\"maxHoldHours\": 24", "\"maxHoldMs\": 86400000")))
                .singleElement()
                .asString()
                .endsWith("Did you mean \"maxHoldHours\"?");
    }

    @Test
    void aKeyOfAnotherBotIsExplained() {
        assertThat(config.problemsOf(validWith("\"accounts\":", "\"dry_run\": false, \"accounts\":")))
                .containsExactly("config.json:3:3: error: unknown key \"dry_run\". Write \"mode\": \"paper\" instead.");
    }

    @Test
    void aFractionWhereAPercentageBelongsIsRefused() {
        assertThat(config.problemsOf(validWith("\"stopPct\": 5", "\"stopPct\": 0.05")))
                .containsExactly("config.json:13:29: error: strategies[0].exits.stopPct: 0.05 is outside 0.1 to 90."
                        + " The key is in percent, not a fraction. Did you mean 5?");
    }

    @Test
    void aValueOutOfRangeIsRefusedWithRangeAndUnit() {
        assertThat(config.problemsOf(validWith("\"stopPct\": 5", "\"stopPct\": 95")))
                .containsExactly("config.json:13:29: error: strategies[0].exits.stopPct: 95 is outside 0.1 to 90."
                        + " The unit is percent (5 = 5 %), as the key says.");
        assertThat(config.problemsOf(validWith("\"leverage\": 10", "\"leverage\": 500")))
                .containsExactly("config.json:11:67: error: strategies[0].main.leverage: 500 is outside 1 to 50.");
    }

    @Test
    void aUnitInsideTheValueIsRefused() {
        assertThat(config.problemsOf(validWith("\"stopPct\": 5", "\"stopPct\": \"5 %\"")))
                .containsExactly("config.json:13:29: error: strategies[0].exits.stopPct: expected a number, got the"
                        + " text \"5 %\". Write 5 without quotes; the unit is percent (5 = 5 %), as the key says.");
    }

    @Test
    void aWrongTypeIsRefused() {
        assertThat(config.problemsOf(validWith("\"fastBars\": 8", "\"fastBars\": 8.5")))
                .containsExactly("config.json:10:35: error: strategies[0].parameters.fastBars: expected a whole number,"
                        + " got 8.5. Leave out the decimals.");
        assertThat(config.problemsOf(validWith("[\"ETH-USD\"]", "\"ETH-USD\"")))
                .contains("config.json:8:18: error: strategies[0].markets: expected a list, got the text \"ETH-USD\"."
                        + " Write [ … ].");
        assertThat(config.problemsOf(
                        validWith("{ \"account\": \"main\", \"marginUsd\": 0.80, \"leverage\": 10 }", "3")))
                .containsExactly("config.json:11:15: error: strategies[0].main: expected an object, got the number 3."
                        + " Write { … }.");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        String text = validWith("\"stopPct\": 5", "\"stopPct\": 0.05")
                .replace("\"fastBars\"", "\"fastBras\"")
                .replace("\"1m\"", "\"2m\"")
                .replace("\"account\": \"hedge\"", "\"account\": \"main\"");
        assertThat(config.problemsOf(text))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("fastBras"))
                .anyMatch(problem -> problem.contains("\"2m\""))
                .anyMatch(problem -> problem.contains("0.05"));
        String otherText = validWith("\"fastBars\": 8", "\"fastBars\": 30")
                .replace("\"account\": \"hedge\"", "\"account\": \"main\"")
                .replace("\"stopPct\": 5", "\"stopPct\": 12");
        assertThat(config.problemsOf(otherText)).hasSize(3);
    }

    @Test
    void anUnsupportedIntervalIsRefusedWithTheList() {
        assertThat(config.problemsOf(validWith("\"1m\"", "\"2m\"")))
                .containsExactly(
                        "config.json:9:19: error: strategies[0].interval: expected one of 1m, 3m, 5m, 15m, 30m,"
                                + " 1h, 2h, 4h, 8h, 12h, 1d, got the text \"2m\". Did you mean \"1m\"?");
    }

    @Test
    void anUnknownStrategyTypeIsRefused() {
        assertThat(config.problemsOf(validWith("\"macd\"", "\"macdd\"")))
                .containsExactly("config.json:7:15: error: strategies[0].type: unknown strategy type \"macdd\"."
                        + " Did you mean \"macd\"?");
    }

    @Test
    void aHedgeLegOnTheMainAccountIsRefusedWithTheReason() {
        assertThat(config.problemsOf(validWith("\"account\": \"hedge\"", "\"account\": \"main\"")))
                .containsExactly("config.json:12:29: error: strategies[0].hedge.account: the hedge leg is on the main"
                        + " leg's account \"main\". The venue nets per account and market, so a hedge on the main leg's"
                        + " account only makes the position smaller and pays twice the fees. Name another account: a"
                        + " second wallet with its own agent, a sub-account or a vault.");
    }

    @Test
    void twoNamesOfOneVenueAccountAreNoHedgeEither() {
        String address = "0x00000000000000000000000000000000000000aa";
        String text = validWith(
                "{ \"name\": \"main\" }, { \"name\": \"hedge\" }",
                "{ \"name\": \"main\", \"address\": \"" + address + "\" }, { \"name\": \"hedge\", \"address\": \""
                        + address.replace("aa", "AA") + "\" }");
        assertThat(config.problemsOf(text))
                .singleElement()
                .asString()
                .contains("the accounts \"main\" and \"hedge\" are one account at the venue");
    }

    @Test
    void differentLeverageOfOneAccountAndMarketIsRefused() {
        String second = """
            ,
                {
                  "id": "other",
                  "type": "macd",
                  "markets": ["ETH"],
                  "interval": "5m",
                  "main": { "account": "main", "marginUsd": 1, "leverage": 3 }
                }
              ]
            }
            """;
        String text = ConfigFixture.VALID.stripTrailing();
        assertThat(config.problemsOf(text.substring(0, text.lastIndexOf(']')).stripTrailing() + second))
                .containsExactly("config.json:20:64: error: strategies[1].main.leverage: ETH-USD has 3x here and 10x at"
                        + " config.json:11 on the same account. The venue knows one leverage per account and market:"
                        + " use one value or two accounts.");
    }

    @Test
    void aLegUnderTheVenuesMinimumIsRefusedWithTheSmallestTotalThatWorks() {
        assertThat(config.problemsOf(validWith("\"minNotionalUsd\": 0.1", "\"minNotionalUsd\": 10")))
                .containsExactly(
                        "config.json:11:49: error: strategies[0].main.marginUsd: 0.8 USD at 10x is an order of 8 USD,"
                                + " under the venue's minimum of 10 USD. The smallest total margin that works is 10 USD"
                                + " (main 8, hedge 2); sizes round down to whole lots, so leave a little more. On"
                                + " paper, paper.venueRules.minNotionalUsd may be lower.",
                        "config.json:12:51: error: strategies[0].hedge.marginUsd: 0.2 USD at 5x is an order of 1 USD,"
                                + " under the venue's minimum of 10 USD. The smallest total margin that works is 10 USD"
                                + " (main 8, hedge 2); sizes round down to whole lots, so leave a little more. On"
                                + " paper, paper.venueRules.minNotionalUsd may be lower.");
    }

    @Test
    void liveTradingKnowsTheVenuesMinimumWhateverPaperSays() {
        String text = validWith("\"accounts\":", "\"mode\": \"live\", \"accounts\":");
        assertThat(config.problemsOf(text))
                .anyMatch(problem -> problem.contains("under the venue's minimum of 10 USD"));
    }

    @Test
    void contradictoryValuesAreRefused() {
        assertThat(config.problemsOf(validWith("\"fastBars\": 8", "\"fastBars\": 21")))
                .containsExactly("config.json:10:35: error: strategies[0].parameters.fastBars: the fast average (21"
                        + " bars) must be shorter than the slow one (21 bars). The usual values are 8, 21 and 5.");
        assertThat(config.problemsOf(validWith("\"stopPct\": 5", "\"stopPct\": 12")))
                .containsExactly(
                        "config.json:13:29: error: strategies[0].exits.stopPct: at 10x the margin is gone after"
                                + " 10 %, before the stop at 12 %. Bring the stop nearer or lower the leverage.");
        assertThat(config.problemsOf(validWith(
                        "\"accounts\":", "\"risk\": { \"limits\": { \"maxPositionSizeUsd\": 5 } }, \"accounts\":")))
                .singleElement()
                .asString()
                .contains("over risk.limits.maxPositionSizeUsd 5 USD; every entry would be cut down to that");
        assertThat(config.problemsOf(validWith("\"accounts\":", "\"ports\": { \"health\": 9090 }, \"accounts\":")))
                .containsExactly("config.json:3:12: error: ports.metrics: port 9090 is already ports.health. Choose"
                        + " another port, or 0 for any free one.");
        assertThat(config.problemsOf(validWith("\"paper\": {", "\"paper\": { \"feed\": \"file\",")))
                .containsExactly("config.json:2:22: error: paper.feed: the feed \"file\" has no file. Set"
                        + " paper.dataFile, or use --data FILE.");
        assertThat(config.problemsOf(validWith("\"paper\": {", "\"paper\": { \"feed\": \"hyperliquid\",")))
                .singleElement()
                .asString()
                .contains("the public feed runs in real time");
    }

    @Test
    void anUnknownAccountIsRefusedWithTheNearestKnownOne() {
        assertThat(config.problemsOf(validWith("\"account\": \"hedge\"", "\"account\": \"hegde\"")))
                .containsExactly("config.json:12:29: error: strategies[0].hedge.account: there is no account \"hegde\"."
                        + " Did you mean \"hedge\"? Accounts stand under \"accounts\".");
    }

    @Test
    void namesGivenTwiceAreRefused() {
        assertThat(config.problemsOf(validWith("{ \"name\": \"hedge\" }", "{ \"name\": \"main\" }")))
                .anyMatch(problem -> problem.contains("the name main is taken at config.json:3"));
        assertThat(config.problemsOf(validWith("\"stopPct\": 5,", "\"stopPct\": 5, \"stopPct\": 4,")))
                .containsExactly("config.json:13:32: error: strategies[0].exits.stopPct: given twice, first at"
                        + " config.json:13. Keep one of them.");
    }

    @Test
    void missingKeysAreNamed() {
        assertThat(config.problemsOf(validWith("\"marginUsd\": 0.80, ", "")))
                .containsExactly("config.json:11:15: error: strategies[0].main.marginUsd: is missing. Margin committed"
                        + " to a position; the position is margin × leverage.");
    }

    @Test
    void dynamicHedgingThatActsBeforeTheStopIsWarnedOf() {
        EffectiveConfig dynamic = config.load(validWith("\"leverage\": 5 }", "\"leverage\": 5, \"dynamic\": \"on\" }"));
        assertThat(dynamic.warnings())
                .extracting(Problem::describe)
                .anyMatch(problem -> problem.startsWith("config.json:12:")
                        && problem.contains("warning: strategies[0].hedge.closeMainAtLossPct: 15 % of the margin at 10x"
                                + " is a price move of 1.5 %, nearer than the stop at 5 %"))
                .anyMatch(problem -> problem.contains("hedge.halveAtMainGainPct: 10 % of the margin at 10x"))
                .hasSize(2);
        assertThat(dynamic.trading().strategies().getFirst().hedge())
                .isNotNull()
                .extracting(HedgeConfig::dynamic)
                .isEqualTo(new DynamicHedge(Rate.of("0.1"), Rate.of("0.15"), Rate.of("0.1")));
        assertThat(config.load(ConfigFixture.VALID)
                        .trading()
                        .strategies()
                        .getFirst()
                        .hedge())
                .isNotNull()
                .extracting(HedgeConfig::dynamic)
                .isNull();
    }

    @Test
    void aHedgeInAMarketOfItsOwnHedgesOneMarket() {
        EffectiveConfig apart = config.load(validWith("\"leverage\": 5 }", "\"leverage\": 5, \"market\": \"BTC\" }"));
        assertThat(apart.config().strategies().getFirst().allMarkets())
                .containsExactly(new MarketId("ETH"), new MarketId("BTC"));
        assertThat(apart.trading().strategies().getFirst().hedge())
                .isNotNull()
                .extracting(HedgeConfig::market)
                .isEqualTo(new MarketId("BTC"));
        String two = validWith("\"leverage\": 5 }", "\"leverage\": 5, \"market\": \"BTC\" }")
                .replace("[\"ETH-USD\"]", "[\"ETH-USD\", \"SOL-USD\"]");
        assertThat(config.problemsOf(two))
                .singleElement()
                .asString()
                .contains("strategies[0].hedge.market: a hedge in a market of its own hedges one market");
    }

    @Test
    void theDeadMansSwitchIsRefusedWhereOnlyStopsRest() {
        assertThat(config.problemsOf(
                        validWith("{ \"name\": \"main\" }", "{ \"name\": \"main\", \"deadMansSwitch\": true }")))
                .singleElement()
                .asString()
                .contains("accounts[0].deadMansSwitch", "only stops and targets rest", "watchdog");
    }

    @Test
    void aMalformedAddressIsRefused() {
        assertThat(config.problemsOf(
                        validWith("{ \"name\": \"main\" }", "{ \"name\": \"main\", \"address\": \"0x12\" }")))
                .containsExactly("config.json:3:46: error: accounts[0].address: expected 0x and 40 hexadecimal digits,"
                        + " got the text \"0x12\".");
    }

    @Test
    void aPrivateKeyInTheFileIsRefusedAndNotShown() {
        String key = "0x" + "ab".repeat(32);
        String text = validWith("{ \"name\": \"main\" }", "{ \"name\": \"main\", \"keyRef\": \"" + key + "\" }");
        assertThat(config.problemsOf(text))
                .singleElement()
                .asString()
                .contains("config.json:3:45: error: accounts[0].keyRef: expected keystore:NAME or env:NAME")
                .contains("A private key never stands in the configuration")
                .doesNotContain("abab");
    }

    @Test
    void liveTradingWithoutKeyAndAddressIsRefused() {
        String text = validWith("0.80", "80")
                .replace("0.20", "20")
                .replace("\"accounts\":", "\"mode\": \"live\", \"accounts\":");
        assertThat(config.problemsOf(text))
                .hasSize(4)
                .anyMatch(problem -> problem.contains("live trading needs a key for account \"main\""))
                .anyMatch(problem -> problem.contains("live trading needs the address of account \"hedge\""));
    }

    @Test
    void aMalformedKeyInTheEnvironmentIsRefusedAndNotShown() {
        String text = validWith("0.80", "80")
                .replace("0.20", "20")
                .replace("\"accounts\":", "\"mode\": \"live\", \"accounts\":");
        assertThat(config.problemsOf(text, Map.of("HYPERLIQUID_PRIVATE_KEY", "0xSECRET"), List.of()))
                .anyMatch(problem -> problem.startsWith("env HYPERLIQUID_PRIVATE_KEY: error: accounts[0].keyRef:"
                        + " the environment variable HYPERLIQUID_PRIVATE_KEY holds no key."))
                .noneMatch(problem -> problem.contains("SECRET"));
    }

    @Test
    void anUnsetVariableIsRefusedAtItsLine() {
        assertThat(config.problemsOf(validWith("\"ETH-USD\"", "\"${COIN}-USD\"")))
                .containsExactly("config.json:8:19: error: strategies[0].markets[0]: the environment variable COIN is"
                        + " not set. Set it, put it into .env, or give a default: ${COIN:-value}.");
    }

    @Test
    void textThatIsNoJsonIsRefusedAtItsLine() {
        assertThat(config.problemsOf("{\n  \"mode\": paper\n}"))
                .singleElement()
                .asString()
                .startsWith("config.json:2:")
                .contains("not valid JSON");
        assertThat(config.problemsOf("")).containsExactly("config.json:1:1: error: the file is empty. Start with { }.");
        assertThat(config.problemsOf("[]"))
                .containsExactly("config.json:1:1: error: expected an object, got a list. Write { … }.");
    }

    @Test
    void aWrongValueOfTheEnvironmentIsToldByItsName() {
        assertThat(config.problemsOf(ConfigFixture.VALID, Map.of("MAX_POSITION_SIZE", "lots"), List.of()))
                .containsExactly(
                        "env MAX_POSITION_SIZE: error: risk.limits.maxPositionSizeUsd: expected a number, got the text"
                                + " \"lots\". Write digits and a point only.");
        assertThat(config.problemsOf(ConfigFixture.VALID, Map.of("DRY_RUN", "maybe"), List.of()))
                .containsExactly("env DRY_RUN: error: expected true or false, got \"maybe\". Write true or false.");
    }

    @Test
    void aWrongFlagIsToldByItsName() {
        assertThat(config.problemsOf(
                        ConfigFixture.VALID,
                        Map.of(),
                        List.of(ConfigRequest.Flag.of("--speed", "paper.speed", "1000"))))
                .containsExactly("flag --speed: error: paper.speed: 1000 is outside 0.1 to 100.");
    }

    @Test
    void portsBeyondLoopbackNeedAToken() {
        assertThat(config.problemsOf(
                        validWith("\"accounts\":", "\"ports\": { \"bindAddress\": \"0.0.0.0\" }, \"accounts\":")))
                .singleElement()
                .asString()
                .contains("opens /metrics to the network without authentication");
    }

    @Test
    void aNumberOfABillionDigitsIsRefusedLikeAnyOther() {
        assertThat(config.problemsOf(validWith("\"stopPct\": 5", "\"stopPct\": 1e999999999")))
                .singleElement()
                .asString()
                .contains("strategies[0].exits.stopPct", "so many digits");
        assertThat(config.problemsOf(validWith("\"stopPct\": 5", "\"stopPct\": 1e-400000000")))
                .singleElement()
                .asString()
                .contains("so many digits");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        assertThat(config.problemsOf("[".repeat(200_000))).isNotEmpty();
    }
}
