package dev.sparkstacker.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sparkstacker.app.tools.Campaign;
import dev.sparkstacker.app.tools.ShippedConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trader is killed again and again while the venue, a process of its own, keeps the books. */
class KilledTraderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int KILLS = Campaign.cases(5, 200);
    private static final int SNAPSHOT_KILLS = Campaign.cases(3, 50);
    private static final Pattern SERVING = Pattern.compile("serving +(http://[^/]+)/info");
    private static final Pattern READY = Pattern.compile("^ready.*");

    /** It trades, or waits for a person because a flattening that was cut off has halted it. */
    private static final Pattern STARTED = Pattern.compile("^(ready|waiting) .*");

    private static final int MOST_DELAY_MS = 250;

    @TempDir
    Path folder;

    /** Printed before anything is done with it; the same seed draws the same moments again. */
    private static final long SEED = Long.getLong("spark.kill.seed", System.nanoTime());

    @Test
    void noKillLosesADecisionOrAFillOrSendsAnOrderTwice() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        System.out.println("killed trader: repeat with -Dspark.kill.seed=" + SEED);
        try (ProductProcess sandbox = sandbox()) {
            String venue = urlOf(sandbox);
            Path config = config(venue, "");
            TraderBooks books = new TraderBooks(folder.resolve("data"), venue, PATIENCE);
            List<KillMoment> moments = drawn(KILLS, random);
            for (KillMoment moment : moments) {
                int delayMs = random.nextInt(MOST_DELAY_MS);
                System.out.println("killed trader: " + moment + " after " + delayMs + " ms");
                try (ProductProcess trader = trader(config)) {
                    if (moment.comesAfterReady()) {
                        trader.awaitLine(
                                "started", text -> STARTED.matcher(text).matches(), PATIENCE);
                        resumeIfHalted(trader);
                        books.requireCaughtUp();
                    }
                    moment.await(trader, folder.resolve("data"), PATIENCE);
                    // not a wait for anything: the moment of the kill is what the seed varies
                    TimeUnit.MILLISECONDS.sleep(delayMs);
                    trader.kill();
                }
                books.readAfterKill();
            }
            try (ProductProcess trader = trader(config)) {
                trader.awaitLine("started", text -> STARTED.matcher(text).matches(), PATIENCE);
                resumeIfHalted(trader);
                books.requireCaughtUp();
                int known = trader.lineCount();
                trader.awaitLineAfter(known, "an open hedge", text -> text.contains("HEDGE OPEN "), PATIENCE);
                closeEverythingAndStop(trader);
                assertThat(trader.lines()).noneMatch(text -> text.contains("reconciliation_mismatch"));
            }
            books.requireLevel();
            System.out.println("killed trader: " + books);
            assertThat(sandbox.stopInOrder(PATIENCE)).isZero();
        }
    }

    /** Every moment comes once before one comes again. */
    private static List<KillMoment> drawn(int count, SplittableRandom random) {
        List<KillMoment> drawn = new ArrayList<>();
        while (drawn.size() < count) {
            List<KillMoment> round = new ArrayList<>(List.of(KillMoment.values()));
            Collections.shuffle(round, new Random(random.nextLong()));
            drawn.addAll(round);
        }
        return drawn.subList(0, count);
    }

    /** A flatten halts until a person resumes, over the kill too. */
    private void resumeIfHalted(ProductProcess trader) throws Exception {
        if (trader.lines().stream().noneMatch(line -> line.startsWith("waiting   trading is HALTED"))) {
            return;
        }
        await("it is resumed")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    try (ProductProcess resume = ProductProcess.start(
                            ProductProcess.logsIn(folder.resolve("cli")),
                            "resume",
                            "--reason",
                            "the next kill",
                            "--data-dir",
                            folder.resolve("data").toString())) {
                        return resume.awaitExit(PATIENCE) == 0;
                    }
                });
    }

    private static String urlOf(ProductProcess sandbox) throws InterruptedException {
        Matcher serving = SERVING.matcher(
                sandbox.awaitLine("serving", text -> SERVING.matcher(text).find(), PATIENCE));
        assertThat(serving.find()).isTrue();
        return serving.group(1);
    }

    /** The store is behind the snapshot then, and the tail after it is empty or nearly so. */
    @Test
    void aKillRightAfterASnapshotLeavesJournalAndStoreLevel() throws Exception {
        try (ProductProcess sandbox = sandbox()) {
            Matcher serving = SERVING.matcher(
                    sandbox.awaitLine("serving", text -> SERVING.matcher(text).find(), PATIENCE));
            assertThat(serving.find()).isTrue();
            Path config = config(serving.group(1), "\"snapshotEveryEvents\": 100");
            Set<String> known = new TreeSet<>();
            for (int kill = 0; kill < SNAPSHOT_KILLS; kill++) {
                try (ProductProcess trader = trader(config)) {
                    trader.awaitLine("ready", text -> READY.matcher(text).matches(), PATIENCE);
                    known.addAll(snapshots());
                    await().atMost(PATIENCE)
                            .pollDelay(Duration.ZERO)
                            .pollInterval(Duration.ofMillis(1))
                            .until(() -> !known.containsAll(snapshots()));
                    trader.kill();
                }
            }
            try (ProductProcess trader = trader(config)) {
                trader.awaitLine("ready", text -> READY.matcher(text).matches(), PATIENCE);
                trader.awaitLine("a trade", text -> text.contains("trade  "), PATIENCE);
                closeEverythingAndStop(trader);
                assertThat(trader.lines()).noneMatch(text -> text.contains("reconciliation_mismatch"));
            }
            VenueBooks.requireSound(serving.group(1), "main");
            VenueBooks.requireSound(serving.group(1), "hedge");
            requireStoreHoldsWhatTheVenueFilled(serving.group(1));
        }
    }

    /** Once its fills say flat nothing is on its way any more, so that store and venue can be compared. */
    private void closeEverythingAndStop(ProductProcess trader) throws Exception {
        try (ProductProcess stop = ProductProcess.start(
                Map.of(),
                "stop",
                "--flatten",
                "--data-dir",
                folder.resolve("data").toString())) {
            assertThat(stop.awaitExit(PATIENCE)).isZero();
        }
        assertThat(trader.awaitExit(PATIENCE)).isZero();
        assertThat(trader.lines()).anyMatch(text -> text.contains("nothing is open"));
    }

    private Set<String> snapshots() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data").resolve("journal"))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".snp"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (UncheckedIOException goneWhileLooking) {
            return Set.of();
        }
    }

    /** Every fill of the venue's once: none was lost with a store that lagged, none was booked again. */
    private void requireStoreHoldsWhatTheVenueFilled(String venue) throws Exception {
        List<String> filled = new ArrayList<>(VenueBooks.fills(venue, "main"));
        filled.addAll(VenueBooks.fills(venue, "hedge"));
        List<String> stored = new ArrayList<>();
        String url = "jdbc:sqlite:" + folder.resolve("data").resolve("store").resolve("spark-stacker.db");
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT account, trade_id FROM fills")) {
            while (rows.next()) {
                stored.add(rows.getString(1) + "/" + rows.getLong(2));
            }
        }
        assertThat(filled).isNotEmpty();
        assertThat(stored).as("fills in the store").containsExactlyInAnyOrderElementsOf(filled);
    }

    private ProductProcess sandbox() throws Exception {
        return ProductProcess.start(
                Map.of(), "sandbox", "--data-dir", folder.resolve("venue").toString(), "--speed", "30");
    }

    private ProductProcess trader(Path config) throws Exception {
        return ProductProcess.start(ProductProcess.logsIn(folder), ProductProcess.runIn(folder, config));
    }

    private Path config(String venue, String journal) throws Exception {
        String shipped = ShippedConfig.eager();
        return Files.writeString(
                folder.resolve("config.json"),
                shipped.replace(
                        "\"paper\": {",
                        "\"journal\": { " + journal + " },\n  \"paper\": {\n    \"sandboxUrl\": \"" + venue + "\","));
    }
}
