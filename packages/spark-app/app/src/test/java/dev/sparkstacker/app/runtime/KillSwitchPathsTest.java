package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sparkstacker.app.cli.Backends;
import dev.sparkstacker.app.cli.Main;
import dev.sparkstacker.app.config.ConfigLoader;
import dev.sparkstacker.app.config.ConfigRequest;
import dev.sparkstacker.app.config.ConfigRequest.Flag;
import dev.sparkstacker.app.config.EffectiveConfig;
import dev.sparkstacker.app.console.Terminal;
import dev.sparkstacker.app.port.DataFolder;
import dev.sparkstacker.app.tools.Campaign;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.sandbox.Sandbox;
import dev.sparkstacker.sandbox.fault.Edge;
import dev.sparkstacker.sandbox.fault.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every way to the kill switch in every state in which it is needed, with an order and a position on the account that are
 * somebody else's. What counts is what the venue says afterwards: nothing rests that could enter, whoever left it there,
 * nothing more is entered, positions are under stops or closed; and after a restart it still holds. Halting a part is
 * tried in one drawn way, in all of them with {@code -Dspark.test.full=true}. The printed seed repeats a run:
 * {@code -Dspark.killSwitch.seed=N}.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillSwitchPathsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The demo's fast signal enters about every third bar. */
    private static final int BARS_WATCHED = 6;

    private static final List<String> ACCOUNTS = List.of("main", "hedge");

    /** How a person halts. */
    enum Way {
        COMMAND_HALT(false, false),
        COMMAND_FLATTEN(true, false),
        FILE_HALT(false, false),
        FILE_FLATTEN(true, false),
        SIGNAL(false, false),
        COMMAND_STRATEGY(false, true),
        COMMAND_MARKET(false, true),
        FILE_ACCOUNT(false, true);

        private final boolean flattens;
        private final boolean partial;

        Way(boolean flattens, boolean partial) {
            this.flattens = flattens;
            this.partial = partial;
        }

        /** Whether it reaches orders of others; a strategy's are its own alone. */
        private boolean reachesOthers() {
            return this != COMMAND_STRATEGY;
        }
    }

    /** What is wrong when he does. */
    enum Trouble {
        NONE,
        CONTROL_SOCKET_GONE,
        JOURNAL_FULL,
        VENUE_ANSWERS_5XX,
        ENGINE_STUCK
    }

    static Stream<Arguments> everyWayInEveryTrouble() {
        int seeds = Campaign.cases(1, 50);
        long seed = Long.getLong("spark.killSwitch.seed", new SplittableRandom().nextLong(1_000_000));
        System.out.println("kill switch paths: seed " + seed + ", again with -Dspark.killSwitch.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        List<Way> parts = Stream.of(Way.values()).filter(way -> way.partial).toList();
        Way drawn = parts.get(random.nextInt(parts.size()));
        boolean all = Campaign.cases(0, 1) > 0;
        List<Arguments> cases = new ArrayList<>();
        for (Way way : Way.values()) {
            for (Trouble trouble : Trouble.values()) {
                boolean guarded = way.partial && trouble == Trouble.ENGINE_STUCK;
                boolean tried = !way.partial || all || (way == drawn && trouble == Trouble.NONE);
                if (guarded || !tried) {
                    continue;
                }
                for (int i = 0; i < seeds; i++) {
                    cases.add(Arguments.of(way, trouble, 1 + random.nextLong(1_000_000)));
                }
            }
        }
        return cases.stream();
    }

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} with {1}, seed {2}")
    @MethodSource("everyWayInEveryTrouble")
    void theVenueAgreesAndItHoldsAfterARestart(Way way, Trouble trouble, long seed) throws Exception {
        EffectiveConfig venueConfig = config(null, seed);
        try (Sandbox sandbox = PaperVenue.start(venueConfig, folder.resolve("venue"), ConnectorListener.NONE)) {
            String url = "http://127.0.0.1:" + sandbox.port();
            EffectiveConfig config = config(url, seed);
            try (Instance first = new Instance(config)) {
                first.awaitProtectedPosition(url);
                interfere(way, sandbox, url);
                make(trouble, first, sandbox);
                press(way, first);
                awaitDone(way, url);
                if (trouble == Trouble.ENGINE_STUCK) {
                    awaitThat("the guard did it", () -> first.runtime.guard().contains("verified at the venue"));
                } else {
                    assertThat(first.runtime.guard()).as("the engine did it").startsWith("watches");
                }
                sandbox.faults().clear();
                requireNothingMoreEntered(url);
            }
            try (Instance second = new Instance(config)) {
                awaitThat(
                        "the next start is halted",
                        () -> way.partial || second.runtime.tradingState() == TradingState.HALTED);
                requireNothingMoreEntered(url);
                awaitDone(way, url);
            }
        }
    }

    /**
     * Somebody leaves an entry resting on an account of ours, and enlarges its position: under a stop of his own where
     * positions are to stay. A part of trading is halted only if the policy for unknown positions has not halted all.
     */
    private static void interfere(Way way, Sandbox sandbox, String url) throws Exception {
        Stranger stranger = new Stranger(sandbox, "main");
        if (way.reachesOthers()) {
            stranger.leaveAnEntry();
        }
        if (way.partial) {
            return;
        }
        List<BigDecimal> held = new VenueTruth(url, "main").positions();
        Side side = held.isEmpty() || held.getFirst().signum() > 0 ? Side.BUY : Side.SELL;
        stranger.open(side);
        if (!way.flattens) {
            stranger.protect(side);
        }
    }

    private static void make(Trouble trouble, Instance instance, Sandbox sandbox) throws IOException {
        switch (trouble) {
            case NONE -> {}
            case CONTROL_SOCKET_GONE -> Files.delete(instance.data.controlSocket());
            case JOURNAL_FULL -> instance.disk().fill();
            case VENUE_ANSWERS_5XX -> {
                sandbox.faults().next(Edge.EXCHANGE, new Fault.ServerError(Fault.Moment.BEFORE), 6);
                sandbox.faults().next(Edge.EXCHANGE, new Fault.ServerError(Fault.Moment.AFTER), 2);
                sandbox.faults().next(Edge.INFO, new Fault.ServerError(Fault.Moment.BEFORE), 12);
            }
            case ENGINE_STUCK -> instance.disk().hang();
        }
    }

    private void press(Way way, Instance instance) throws IOException {
        switch (way) {
            case COMMAND_HALT -> command("halt");
            case COMMAND_FLATTEN -> command("flatten");
            case FILE_HALT -> Files.writeString(instance.data.path().resolve("HALT"), "smoke in the room");
            case FILE_FLATTEN -> Files.writeString(instance.data.path().resolve("HALT"), "flatten\n");
            case COMMAND_STRATEGY -> command("halt", "--strategy", "macd-eth");
            case COMMAND_MARKET -> command("halt", "--market", "ETH-USD");
            case FILE_ACCOUNT -> Files.writeString(instance.data.path().resolve("HALT"), "account main\n");
            case SIGNAL -> Thread.ofVirtual().start(() -> instance.runtime.halt("signal:USR2", "signal USR2"));
        }
    }

    private void command(String... words) {
        StringWriter said = new StringWriter();
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of(
                "--reason", "a test", "--data-dir", folder.resolve("data").toString()));
        int status = Main.run(terminal(said), Backends.none(), line.toArray(String[]::new));
        assertThat(status).as("%s said: %s", line, said).isZero();
    }

    private static void awaitDone(Way way, String url) {
        for (String account : ACCOUNTS) {
            VenueTruth truth = new VenueTruth(url, account);
            awaitThat(
                    account
                            + (way.flattens
                                    ? " is flat and nothing rests"
                                    : " has no entries and its positions are protected"),
                    () -> way.flattens
                            ? truth.isFlat() && truth.ordersResting() == 0
                            : truth.entriesResting() == 0 && truth.isProtected());
        }
    }

    /** Several bars are watched; an IOC entry that was on its way has expired at the venue before the first count. */
    private static void requireNothingMoreEntered(String url) throws Exception {
        VenueTruth main = new VenueTruth(url, "main");
        VenueTruth hedge = new VenueTruth(url, "hedge");
        awaitVenueTime(main, main.nowMs() + 10_000);
        long before = main.entriesEverTaken() + hedge.entriesEverTaken();
        awaitVenueTime(main, main.nowMs() + BARS_WATCHED * 60_000);
        assertThat(main.entriesEverTaken() + hedge.entriesEverTaken())
                .as("entries the venue ever took")
                .isEqualTo(before);
    }

    private static void awaitVenueTime(VenueTruth venue, long untilMs) {
        awaitThat("venue time " + untilMs, () -> venue.nowMs() >= untilMs);
    }

    private static void awaitThat(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).ignoreExceptions().until(condition);
    }

    private static Terminal terminal(StringWriter said) {
        PrintWriter out = new PrintWriter(said);
        return new Terminal(
                out,
                out,
                false,
                100,
                Map.of(),
                Path.of(""),
                question -> Optional.empty(),
                question -> Optional.empty());
    }

    /** The shipped demo with a faster signal, so that a position is there within seconds. */
    private EffectiveConfig config(@Nullable String sandboxUrl, long seed) throws IOException {
        Path file = folder.resolve("config.json");
        String shipped = Files.readString(Path.of("packages/shared/config.json"));
        String fast = shipped.replace("\"fastBars\": 8", "\"fastBars\": 2")
                .replace("\"slowBars\": 21", "\"slowBars\": 3")
                .replace("\"signalBars\": 5", "\"signalBars\": 2");
        assertThat(fast).isNotEqualTo(shipped);
        Files.writeString(file, fast);
        List<Flag> flags = new ArrayList<>(List.of(
                Flag.of("--health-port", "ports.health", 0),
                Flag.of("--metrics-port", "ports.metrics", 0),
                Flag.of("--sandbox-port", "ports.sandbox", 0),
                Flag.of("--speed", "paper.speed", 100),
                Flag.of("--seed", "paper.seed", seed),
                Flag.of("LOG_DIR", "logDir", folder.resolve("logs")),
                Flag.of("--data-dir", "dataDir", folder.resolve("data"))));
        if (sandboxUrl != null) {
            flags.add(Flag.of("file", "paper.sandboxUrl", sandboxUrl));
        }
        return ConfigLoader.load(new ConfigRequest(file, folder, Map.of(), flags));
    }

    /** One process's worth of the product, on a disk that a test troubles. */
    private static final class Instance implements AutoCloseable {
        private final DataFolder data;
        private final RunEnd end = new RunEnd();
        private final TradingRuntime runtime;
        private @Nullable TroubledStorage disk;

        Instance(EffectiveConfig config) throws Exception {
            data = DataFolder.open(config.dataDir());
            Terminal terminal = terminal(new StringWriter());
            runtime = TradingRuntime.start(
                    config, data, PaperVenue.open(config, data, terminal), terminal, false, end, this::open);
        }

        private TroubledStorage open(Path journal) throws IOException {
            TroubledStorage opened = new TroubledStorage(journal);
            disk = opened;
            return opened;
        }

        TroubledStorage disk() {
            return Objects.requireNonNull(disk);
        }

        void awaitProtectedPosition(String url) throws InterruptedException {
            assertThat(runtime.awaitReady(PATIENCE)).isTrue();
            VenueTruth main = new VenueTruth(url, "main");
            awaitThat("a protected position", () -> !main.isFlat() && main.isProtected());
        }

        @Override
        public void close() throws IOException {
            disk().letGo();
            try {
                runtime.close();
            } finally {
                data.close();
            }
        }
    }
}
