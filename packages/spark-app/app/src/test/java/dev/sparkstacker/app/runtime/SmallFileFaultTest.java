package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.runtime.FailingChannel.Kind;
import dev.sparkstacker.app.runtime.FailingChannel.Plan;
import dev.sparkstacker.app.tools.Campaign;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.event.HaltScope;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.port.Clocks;
import dev.sparkstacker.hyperliquid.limits.NonceException;
import dev.sparkstacker.hyperliquid.limits.NonceFolder;
import dev.sparkstacker.hyperliquid.limits.Nonces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk is full, fails or cannot force under the two small files beside the journal: the nonces of a signer, and the
 * halts that the journal does not have yet. Each says what it could not do, and what is read afterwards is on the safe side.
 */
class SmallFileFaultTest {
    private static final long SEED = Long.getLong("campaign.seed", 20_260_105L);
    private static final int CASES = Campaign.cases(200, 5_000);
    private static final int STEPS = 30;
    private static final int MOST_CHANGES = 40;

    /** A process takes longer to start than an emergency's nonces reach ahead of venue time. */
    private static final long START_TAKES_MS = 200;

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final String SIGNER = "0xabcdef0000000000000000000000000000000001";

    @TempDir
    private Path folder = Path.of("");

    private long venueMs = 1_750_000_000_000L;

    private Plan plan(SplittableRandom random) {
        Kind kind = KINDS.get(random.nextInt(KINDS.size()));
        return new Plan(kind, 1 + random.nextInt(MOST_CHANGES), random.nextBoolean(), random);
    }

    private final Clocks clocks = new Clocks() {
        @Override
        public long venueTimeMs() {
            return venueMs;
        }

        @Override
        public long machineTimeMs() {
            return venueMs;
        }
    };

    /** What cannot be kept is not given, so that nothing is signed: no entry leaves; and no nonce is ever given twice. */
    @Test
    void nothingIsSignedWithANonceThatTheDiskDoesNotHoldAndNoneIsGivenTwice() throws Exception {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < CASES; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            Plan plan = plan(random);
            String what = "seed " + (SEED + i) + ": " + plan;
            Path nonces = folder.resolve("nonces-" + i);
            Set<Long> given = new TreeSet<>();
            String outcome = sign(nonces, plan, random, given, what);
            outcomes.merge(outcome + ", " + restart(nonces, given, what), 1, Integer::sum);
        }
        System.out.println("nonce file faults: " + CASES + " cases, " + outcomes + ", seed " + SEED);
        assertThat(outcomes.keySet()).anyMatch(outcome -> outcome.startsWith("refused"));
    }

    /** One process that signs while the disk fails. */
    private String sign(Path nonces, Plan plan, SplittableRandom random, Set<Long> given, String what)
            throws IOException, NonceException {
        int refused = 0;
        try (Nonces signer =
                Nonces.open(new NonceFolder(nonces, channel -> new FailingChannel(channel, plan)), SIGNER, clocks)) {
            for (int step = 0; step < STEPS; step++) {
                venueMs += random.nextLong(15_000);
                int failures = plan.failures();
                try {
                    assertThat(given.add(signer.next()))
                            .as("%s: given once", what)
                            .isTrue();
                    assertThat(plan.failures())
                            .as("%s: given though the disk failed", what)
                            .isEqualTo(failures);
                } catch (NonceException kept) {
                    refused++;
                    assertThat(kept).hasMessageContaining(".nonce").hasMessageContaining("nothing is signed");
                    assertThat(plan.failures())
                            .as("%s: refused though the disk is well", what)
                            .isGreaterThan(failures);
                    assertThat(given.add(signer.nextUnkept()))
                            .as("%s: an emergency is not held up", what)
                            .isTrue();
                }
            }
        }
        return refused > 0 ? "refused" : "not struck";
    }

    /** The disk is well again: the next process gives later ones only, or says what is wrong with the file. */
    private String restart(Path nonces, Set<Long> given, String what) throws IOException {
        venueMs += START_TAKES_MS;
        try (Nonces signer = Nonces.open(nonces, SIGNER, clocks)) {
            for (int i = 0; i < 3; i++) {
                assertThat(given.add(signer.next()))
                        .as("%s: not given before", what)
                        .isTrue();
            }
            return "read";
        } catch (NonceException unusable) {
            assertThat(unusable).as(what).hasMessageContaining("is damaged").hasMessageContaining("delete it");
            return "damaged and told";
        }
    }

    /** A halt that was kept is there after a restart; one that could not be is told to whoever asked. */
    @Test
    void aHaltThatWasKeptStaysKeptWhateverFailsAfterIt() throws IOException {
        int failed = 0;
        int unreadable = 0;
        for (int i = 0; i < CASES; i++) {
            SplittableRandom random = new SplittableRandom(SEED + i);
            Plan plan = plan(random);
            String what = "seed " + (SEED + i) + ": " + plan;
            Path dataDir = Files.createDirectories(folder.resolve("halts-" + i));
            List<KeptHalts.Kept> held = new ArrayList<>();
            boolean torn = keepAndDrop(dataDir, plan, random, held);
            failed += plan.failures() > 0 ? 1 : 0;
            try (KeptHalts after = KeptHalts.open(dataDir)) {
                List<OperatorEvent> asked = after.all().stream()
                        .map(kept -> kept.request().apply(1))
                        .toList();
                unreadable += (int) asked.stream()
                        .filter(event -> event.toString().contains("file:halts"))
                        .count();
                boolean haltsAll = asked.stream().anyMatch(event -> event instanceof OperatorEvent.HaltRequested);
                if (!torn || !haltsAll) {
                    assertThat(after.all()).as(what).containsAll(held);
                }
            }
        }
        System.out.println("kept halts faults: " + CASES + " cases, " + failed + " struck, " + unreadable
                + " unreadable lines that halt everything, seed " + SEED);
        assertThat(failed).isGreaterThan(CASES / 4);
    }

    /** Returns whether the last change failed, so that the file may be half old and half new. */
    private static boolean keepAndDrop(Path dataDir, Plan plan, SplittableRandom random, List<KeptHalts.Kept> held) {
        boolean torn = false;
        try (KeptHalts halts = KeptHalts.open(dataDir, channel -> new FailingChannel(channel, plan))) {
            for (int step = 0; step < STEPS; step++) {
                int failures = plan.failures();
                boolean drops = !held.isEmpty() && random.nextInt(3) == 0;
                List<KeptHalts.Kept> one = drops ? List.of(held.removeFirst()) : KeptHalts.Kept.of(request(random));
                try {
                    if (drops) {
                        halts.drop(one);
                    } else {
                        halts.keep(one);
                        held.removeAll(one);
                        held.addAll(one);
                    }
                    torn = false;
                } catch (IOException told) {
                    torn = true;
                    assertThat(plan.failures()).isGreaterThan(failures);
                    assertThat(told).hasMessageMatching("Input/output error|No space left on device");
                }
            }
        } catch (IOException startRefused) {
            assertThat(plan.failures()).as("refused though the disk is well").isPositive();
        }
        return torn;
    }

    private static OperatorEvent request(SplittableRandom random) {
        String who = "cli:" + (random.nextBoolean() ? "alice" : "bo");
        String why = "reason " + random.nextInt(5);
        return switch (random.nextInt(5)) {
            case 0 -> new OperatorEvent.HaltRequested(0, who, why);
            case 1 -> new OperatorEvent.FlattenRequested(0, who, why);
            case 2 -> new OperatorEvent.PartialHaltRequested(0, who, new HaltScope.OneMarket(new MarketId("ETH")), why);
            case 3 ->
                new OperatorEvent.PartialHaltRequested(
                        0, who, new HaltScope.OneStrategy(new StrategyId("macd-eth")), why);
            default ->
                new OperatorEvent.PartialHaltRequested(0, who, new HaltScope.OneAccount(new AccountId("main")), why);
        };
    }
}
