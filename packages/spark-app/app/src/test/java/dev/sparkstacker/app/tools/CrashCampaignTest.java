package dev.sparkstacker.app.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.runtime.Recoveries;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.engine.Turn;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.simulated.Fate;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A run of 5,000 events is cut at every step of the journal and of the egress, with what was not forced kept, dropped
 * and torn. Each time the state recovered is that of a replay, nothing that left is unknown, and no id comes back.
 *
 * <pre>
 *  one run ─ before each write, force, name change and submit ─► fork of the disk ─► crash ─► recovery ─► compared
 * </pre>
 */
class CrashCampaignTest {
    private static final long EVENTS = 5_000;
    private static final int SNAPSHOT_EVERY = 250;
    private static final List<Fate> FATES = List.of(Fate.KEPT, Fate.DROPPED, Fate.TORN);

    /** What one recovery came to; the run it belongs to may not have told its own hash yet. */
    private record Recovery(int step, String where, Fate fate, long lastSequence, long stateHash) {}

    @Test
    void aCrashAtAnyStepLosesNothingThatLeftAndSendsNothingTwice() throws IOException {
        int runs = Campaign.cases(1, 10);
        for (int seed = 1; seed <= runs; seed++) {
            Campaigner campaigner = new Campaigner(seed);
            campaigner.run();
            System.out.println("crash campaign: seed " + seed + ", " + campaigner.summary());
        }
    }

    /** One run and all its crashes. */
    private static final class Campaigner {
        private final long seed;
        private final Random random;
        private final SimulatedDisk disk = new SimulatedDisk();
        private final SimulatedVenue venue;
        private final List<Recovery> recoveries = new ArrayList<>();
        private int steps;

        Campaigner(long seed) {
            this.seed = seed;
            random = new Random(seed);
            venue = new SimulatedVenue(seed);
        }

        void run() throws IOException {
            SimulatedTrader trader = SimulatedTrader.open(disk, venue, SNAPSHOT_EVERY);
            trader.hashEachEvent();
            disk.watch(this::crashHere);
            trader.beforeEachSubmit(() -> crashHere("submit"));
            trader.begin();
            trader.connect();
            trader.play(24 * 60, EVENTS);
            disk.watch(change -> {});
            assertThat(trader.sequence()).isGreaterThanOrEqualTo(EVENTS);
            assertThat(trader.hasJournalFailed()).isFalse();
            assertThat(venue.usedTwice()).isNull();
            compare(trader.hashes());
        }

        private void crashHere(String where) {
            steps++;
            for (Fate fate : FATES) {
                SimulatedDisk fork = disk.fork();
                fork.crash(fate, random);
                try {
                    recover(fork, where, fate);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }

        private void recover(SimulatedDisk fork, String where, Fate fate) throws IOException {
            Recovered recovered = JournalRecovery.open(
                    fork, SimulatedTrader.identity("build-a"), SimulatedTrader.SETTINGS, () -> SimulatedTrader.RUN);
            Recoveries state = Recoveries.of(recovered);
            String what = "seed " + seed + ", step " + steps + " (" + where + "), " + fate;
            long newest = venue.left().isEmpty() ? 0 : venue.left().getLast().cause();
            assertThat(state.lastSequence())
                    .as("%s: the cause of the last command that left is known", what)
                    .isGreaterThanOrEqualTo(newest);
            recoveries.add(
                    new Recovery(steps, where, fate, state.lastSequence(), SimulatedTrader.hash(state.engine())));
            requireNewIds(recovered, state, what);
            recovered.close();
        }

        /** The next process closes whatever is open: all its ids are new. */
        private void requireNewIds(Recovered recovered, Recoveries state, String what) {
            Set<ClientOrderId> used = new TreeSet<>();
            venue.left().forEach(left -> used.addAll(SimulatedTrader.ids(List.of(left.command()))));
            Turn turn = new Turn();
            List<Command> next = new ArrayList<>();
            long now = venue.nowMs();
            long sequence = state.lastSequence();
            for (var event : List.of(
                    new SystemEvent.EpochStarted(
                            recovered.findings().run(), recovered.nextEpoch(), "build-a", "config", false),
                    new OperatorEvent.FlattenRequested(1, "test", "ids"))) {
                state.engine().onEvent(new Stamped(++sequence, now, now, event), turn);
                next.addAll(turn.commands());
            }
            assertThat(SimulatedTrader.ids(next))
                    .as("%s: no id is given twice", what)
                    .noneMatch(used::contains);
        }

        private void compare(Map<Long, Long> hashes) {
            for (Recovery recovery : recoveries) {
                Long then = hashes.get(recovery.lastSequence());
                assertThat(recovery.lastSequence() == 0 ? Long.valueOf(recovery.stateHash()) : then)
                        .as("seed %d: %s", seed, recovery)
                        .isEqualTo(recovery.stateHash());
            }
        }

        String summary() {
            return steps + " steps, " + recoveries.size() + " recoveries, "
                    + venue.left().size() + " commands left";
        }
    }
}
