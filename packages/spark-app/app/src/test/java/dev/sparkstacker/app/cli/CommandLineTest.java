package dev.sparkstacker.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.config.model.FeedKind;
import dev.sparkstacker.app.config.source.Origin;
import dev.sparkstacker.app.config.source.Problem;
import dev.sparkstacker.app.control.ControlRequest;
import dev.sparkstacker.app.control.ControlServer;
import dev.sparkstacker.app.control.RecordingHandler;
import dev.sparkstacker.app.port.CommandFailure;
import dev.sparkstacker.app.port.ConfigJudge;
import dev.sparkstacker.app.port.ExitCode;
import dev.sparkstacker.app.port.RuntimeLauncher;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.HaltScope;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
    private static final String ADDRESS = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    @TempDir
    private Path home = Path.of("");

    private final List<EffectiveConfig> started = new ArrayList<>();
    private final List<EffectiveConfig> judged = new ArrayList<>();
    private final List<RuntimeLauncher.Options> options = new ArrayList<>();
    private CliFixture cli = new CliFixture();
    private ConfigJudge.Judgement judgement = new ConfigJudge.Judgement(List.of(), "");
    private final ConfigJudge judge = config -> {
        judged.add(config);
        return judgement;
    };

    /** A launcher that remembers what it was asked to start. */
    @BeforeEach
    void inAFreshHome() {
        RuntimeLauncher remembering = (config, given, terminal) -> {
            started.add(config);
            options.add(given);
            return ExitCode.OK;
        };
        cli = new CliFixture(home, Backends.none().withJudge(judge).withRuntime(remembering));
    }

    @Test
    void helpTeachesByExample() {
        assertThat(cli.run("--help")).isZero();
        assertThat(cli.out()).contains("spark-stacker run", "Exit status").contains("positions", "config", "keys");
        String help = cli.out();
        assertThat(cli.run("help")).isZero();
        assertThat(cli.out()).isEqualTo(help);
        assertThat(cli.run("help", "close")).isZero();
        assertThat(cli.out()).contains("--fraction");
        assertThat(cli.run("run", "--help")).isZero();
        assertThat(cli.out()).contains("spark-stacker run --data eth.csv.gz").contains("--speed");
        assertThat(cli.run("close", "--help")).isZero();
        assertThat(cli.out()).contains("spark-stacker close ETH-USD --fraction 50%");
    }

    @Test
    void strategiesListsTheTypesAndOneTypesParameters() {
        assertThat(cli.run("strategies")).isZero();
        assertThat(cli.out().lines().map(line -> line.split(" ", 2)[0]))
                .containsExactly(
                        "type",
                        "macd",
                        "super-signal",
                        "rsi",
                        "bollinger",
                        "ma-cross",
                        "adaptive-supertrend",
                        "adaptive-trend-finder",
                        "multi",
                        "webhook");
        assertThat(cli.run("strategies", "ma-cross")).isZero();
        assertThat(cli.out().lines())
                .anyMatch(line -> line.matches("average +sma +one of sma, ema, .*kind of moving average"))
                .anyMatch(line -> line.matches("fastBars +10 +a whole number from 2 to 1000 +length of the fast.*"));
        assertThat(cli.run("strategies", "macdd")).isEqualTo(ExitCode.USAGE.status());
        assertThat(cli.err()).contains("there is no strategy type \"macdd\". Did you mean \"macd\"?");
    }

    @Test
    void commandsWithoutAPartToDoTheirWorkAreNotOffered() {
        cli.run("--help");
        assertThat(cli.out()).doesNotContain("  replay", "  store", "  sandbox");
        assertThat(cli.run("replay")).isEqualTo(2);
    }

    @Test
    void runReadsFileEnvironmentAndFlags() {
        cli.with("LOG_LEVEL", "DEBUG");
        assertThat(cli.run(
                        "run",
                        "--speed",
                        "1",
                        "--seed",
                        "9",
                        "--data-dir",
                        home.resolve("d").toString(),
                        "--for",
                        "90s"))
                .isZero();
        EffectiveConfig config = started.getFirst();
        assertThat(config.config().paper().speed()).isEqualByComparingTo("1");
        assertThat(config.config().paper().seed()).isEqualTo(9);
        assertThat(config.dataDir()).isEqualTo(home.resolve("d"));
        assertThat(config.config().telemetry().logLevel().word()).isEqualTo("DEBUG");
        List<String> again = List.of(
                "--config",
                home.resolve("packages/shared/config.json").toString(),
                "--data-dir",
                home.resolve("d").toString(),
                "--speed",
                "1",
                "--seed",
                "9");
        assertThat(options.getFirst())
                .isEqualTo(new RuntimeLauncher.Options(false, Duration.ofSeconds(90), false, again));
    }

    @Test
    void aDataFileMakesTheFeedAFile() {
        assertThat(cli.run("run", "--data", "some.csv")).isZero();
        assertThat(started.getFirst().config().paper().feed()).isEqualTo(FeedKind.FILE);
        assertThat(started.getFirst().config().paper().dataFile()).isAbsolute();
    }

    @Test
    void thePublicFeedRunsInRealTimeWithoutBeingTold() {
        assertThat(cli.run("run", "--feed", "hyperliquid")).isZero();
        assertThat(started.getFirst().config().paper().speed()).isEqualByComparingTo("1");
    }

    @Test
    void dryRunBeatsTheLiveFlag() {
        cli.with("DRY_RUN", "true");
        assertThat(cli.run("run", "--mode", "live", "--confirm-live")).isZero();
        assertThat(started.getFirst().isLive()).isFalse();
    }

    @Test
    void badConfigurationIsStatusTwoAndStartsNothing() {
        assertThat(cli.run("run", "--speed", "0")).isEqualTo(2);
        assertThat(cli.err())
                .contains("flag --speed: error: paper.speed: 0 is outside 0.1 to 100.")
                .contains("1 error; nothing was started.");
        assertThat(cli.run("run", "--config", "absent.json")).isEqualTo(2);
        assertThat(cli.err()).contains("absent.json:1:1: error: there is no such file");
        assertThat(started).isEmpty();
    }

    @Test
    void badCommandLinesAreStatusTwoWithASuggestion() {
        assertThat(cli.run()).isEqualTo(2);
        assertThat(cli.err()).contains("Name what to do:");
        assertThat(cli.run("positons")).isEqualTo(2);
        assertThat(cli.err()).contains("\"spark-stacker\" knows no \"positons\".", "positions");
        assertThat(cli.run("run", "--for", "soon")).isEqualTo(2);
        assertThat(cli.err()).contains("write 90s, 10m, 2h or 7d");
        assertThat(cli.run("halt")).isEqualTo(2);
        assertThat(cli.err()).contains("--reason");
        for (String fraction : List.of("2", "150%", "0", "half", "-1", "0%")) {
            assertThat(cli.run("close", "ETH-USD", "--fraction=" + fraction))
                    .as(fraction)
                    .isEqualTo(2);
        }
    }

    @Test
    void failuresOfTheSurroundingsAreStatusFourAndUnexpectedOnesFive() {
        CliFixture inUse = new CliFixture(
                fresh("in-use"), failing(new CommandFailure(ExitCode.ENVIRONMENT, "Port 8080 is in use.")));
        assertThat(inUse.run("run")).isEqualTo(4);
        assertThat(inUse.err()).isEqualTo("Port 8080 is in use.\n");
        CliFixture broken = new CliFixture(fresh("broken"), failing(new IllegalStateException("a bug")));
        assertThat(broken.run("run")).isEqualTo(5);
        assertThat(broken.err()).contains("a bug");
    }

    @Test
    void withoutAnInstanceControlsAreStatusThree() {
        for (String command : List.of("status", "positions", "orders", "trades", "why", "stop", "flatten")) {
            assertThat(cli.run(command)).as(command).isEqualTo(3);
            assertThat(cli.err()).contains("No instance is running");
        }
    }

    @Test
    void whereNobodyAnswersHaltAndFlattenWriteTheKillSwitchFile() throws Exception {
        Path data = Files.createDirectories(home.resolve("data"));
        Files.writeString(data.resolve("lock"), "1");
        assertThat(cli.run("halt", "--reason", "x", "--market", "ETH")).isZero();
        assertThat(cli.out()).contains("halt market ETH-USD", "Remove the file, then resume");
        assertThat(cli.run("flatten", "--market", "ETH-USD")).isZero();
        assertThat(cli.run("flatten")).isZero();
        assertThat(data.resolve("HALT")).hasContent("halt market ETH-USD\nflatten market ETH-USD\nflatten\n");
    }

    @Test
    void controlsReachTheInstanceAndShowItsAnswer() throws Exception {
        RecordingHandler handler = new RecordingHandler();
        Path data = Files.createDirectories(home.resolve("data"));
        try (ControlServer server = ControlServer.start(data.resolve("control.sock"), handler, line -> {})) {
            assertThat(server).isNotNull();
            assertThat(cli.run("positions")).isZero();
            assertThat(cli.out()).isEqualTo("""
                Positions
                  leg                      size
                  macd-eth/ETH-USD/MAIN  0.0026
                as of event 42, venue time 2026-01-01T00:00:00Z
                """);
            assertThat(cli.run("positions", "--json")).isZero();
            assertThat(cli.out()).contains("\"positions\" : [", "\"size\" : \"0.0026\"");
            assertThat(cli.run("close", "ETH", "--fraction", "50%")).isZero();
            assertThat(handler.asked).contains(new ControlRequest.Close(new MarketId("ETH"), new BigDecimal("50")));
            assertThat(cli.run("close", "ETH-USDC", "--fraction", "0.25")).isZero();
            assertThat(handler.asked).contains(new ControlRequest.Close(new MarketId("ETH"), new BigDecimal("25")));
            handler.refuse();
            assertThat(cli.run("resume", "--reason", "now")).isEqualTo(1);
            assertThat(cli.err()).isEqualTo("Refused: not while flattening\n");
        }
    }

    @Test
    void aBrokenConfigurationDoesNotStandBetweenAPersonAndTheInstance() throws Exception {
        Files.writeString(home.resolve("packages").resolve("shared").resolve("config.json"), "{ broken");
        Path data = Files.createDirectories(home.resolve("data"));
        try (ControlServer server =
                ControlServer.start(data.resolve("control.sock"), new RecordingHandler(), line -> {})) {
            assertThat(server).isNotNull();
            assertThat(cli.run("halt", "--reason", "config is broken")).isZero();
        }
    }

    @Test
    void configCheckAndShowExplainTheConfiguration() {
        assertThat(cli.run("config", "check")).isZero();
        assertThat(cli.out()).contains("The configuration is usable (paper, 1 strategy, 0 warnings). Hash ");
        cli.with("MAX_POSITION_SIZE", "50");
        assertThat(cli.run("config", "show")).isZero();
        assertThat(cli.out())
                .containsPattern("risk\\.limits\\.maxPositionSizeUsd +50 +env MAX_POSITION_SIZE")
                .containsPattern("strategies\\[0]\\.exits\\.stopPct +5 +packages/shared/config\\.json:[0-9]+")
                .containsPattern("orders\\.exitStepMs +1000 +default");
        assertThat(cli.run("config", "show", "--json", "--set-only")).isZero();
        assertThat(cli.out()).contains("\"setBy\" : \"env MAX_POSITION_SIZE\"").doesNotContain("\"default\"");
        assertThat(cli.run("config", "schema")).isZero();
        assertThat(cli.out()).startsWith("{").contains("json-schema.org");
    }

    @Test
    void configCheckJudgesAsAStartWithTheSameFlagsWould() {
        assertThat(cli.run("config", "check", "--data", "some.csv", "--speed", "7"))
                .isZero();
        assertThat(judged.getFirst().config().paper().feed()).isEqualTo(FeedKind.FILE);
        assertThat(judged.getFirst().config().paper().speed()).isEqualByComparingTo("7");
        judgement = new ConfigJudge.Judgement(List.of(), "the markets: asked at the start");
        assertThat(cli.run("config", "check")).isZero();
        assertThat(cli.out()).contains("Not judged: the markets: asked at the start.");
        Problem wrong = Problem.error(new Origin.InFile("config.json", 3, 4), "a.b", "is wrong", "Mend it.");
        judgement = new ConfigJudge.Judgement(List.of(wrong), "");
        assertThat(cli.run("config", "check")).isEqualTo(2);
        assertThat(cli.err()).contains("config.json:3:4: error: a.b: is wrong. Mend it.", "1 error");
    }

    @Test
    void aLimitThatShowsNothingIsAWrongCommandLine() {
        for (String limit : List.of("0", "-3", "10001")) {
            assertThat(cli.run("trades", "--limit=" + limit)).as(limit).isEqualTo(2);
            assertThat(cli.err()).contains("--limit " + limit, "from 1 to 10000");
        }
    }

    @Test
    void haltsTakeOneScopeAndResetsNameABreaker() throws Exception {
        assertThat(cli.run("halt", "--reason", "x", "--market", "ETH", "--account", "main"))
                .isEqualTo(2);
        assertThat(cli.err()).contains("Name one of --strategy, --market and --account");
        assertThat(cli.run("reset", "--reason", "x")).isEqualTo(2);
        RecordingHandler handler = new RecordingHandler();
        Path data = Files.createDirectories(home.resolve("data"));
        try (ControlServer server = ControlServer.start(data.resolve("control.sock"), handler, line -> {})) {
            assertThat(server).isNotNull();
            assertThat(cli.run("halt", "--reason", "x", "--market", "ETH")).isZero();
            assertThat(cli.run("resume", "--reason", "x", "--strategy", "macd-eth"))
                    .isZero();
            assertThat(cli.run("reset", "daily-loss", "--reason", "y")).isZero();
            assertThat(handler.asked)
                    .contains(
                            new ControlRequest.Halt("x", new HaltScope.OneMarket(new MarketId("ETH"))),
                            new ControlRequest.Resume("x", new HaltScope.OneStrategy(new StrategyId("macd-eth"))),
                            new ControlRequest.Reset("daily-loss", "y"));
        }
    }

    @Test
    void keysAreCreatedImportedAndListedWithoutEverBeingShown() {
        cli.with("SPARK_STACKER_KEYSTORE_PASSWORD", "correct horse");
        assertThat(cli.run("keys", "list")).isZero();
        assertThat(cli.out()).contains("Paper trading needs none");
        assertThat(cli.run("keys", "create-agent", "main")).isZero();
        assertThat(cli.out()).contains("approveAgent", "keystore:main").doesNotContainPattern("[0-9a-f]{64}");
        assertThat(cli.withInput(KEY).run("keys", "import", "imported")).isZero();
        assertThat(cli.out()).contains(ADDRESS).doesNotContain(KEY.substring(2));
        assertThat(cli.run("keys", "create", "fresh")).isZero();
        assertThat(cli.run("keys", "list")).isZero();
        assertThat(cli.out()).contains("main", "imported", "fresh", ADDRESS);
        assertThat(cli.run("keys", "create", "fresh")).isEqualTo(2);
        assertThat(cli.err()).contains("There is a key named fresh already");
        cli.with("SPARK_STACKER_KEYSTORE_PASSWORD", "wrong horse");
        assertThat(cli.run("keys", "create", "other")).isEqualTo(2);
        assertThat(cli.err()).contains("Wrong password");
    }

    @Test
    void withoutATerminalOrAVariableThePasswordCannotBeAsked() {
        assertThat(cli.run("keys", "create", "main")).isEqualTo(2);
        assertThat(cli.err()).contains("Set SPARK_STACKER_KEYSTORE_PASSWORD.");
    }

    private Path fresh(String name) {
        return home.resolve(name);
    }

    private static Backends failing(RuntimeException failure) {
        RuntimeLauncher launcher = (config, given, terminal) -> {
            throw failure;
        };
        return Backends.none().withRuntime(launcher);
    }
}
