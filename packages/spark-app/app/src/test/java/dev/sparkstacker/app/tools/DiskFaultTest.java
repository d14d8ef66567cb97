package dev.sparkstacker.app.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.Severity;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.journal.simulated.DiskFault;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The disk is full, fails or cannot force at its k-th change: entries halt and say so, what reduces risk still leaves,
 * and once the disk is well again a start recovers and trades.
 */
class DiskFaultTest {
    private static final int MINUTES = 60;
    private static final int SNAPSHOT_EVERY = 200;
    private static final List<DiskFault.Kind> KINDS = List.of(DiskFault.Kind.values());

    /** Markets that are traded on in turn. */
    private static final int VENUE_SEEDS = 20;

    private static final List<Long> CHANGES_OF_A_WHOLE_RUN = new ArrayList<>();

    @BeforeAll
    static void countTheChangesOfWholeRuns() throws IOException {
        for (int seed = 0; seed < VENUE_SEEDS; seed++) {
            SimulatedDisk disk = new SimulatedDisk();
            SimulatedTrader trader = SimulatedTrader.open(disk, new SimulatedVenue(seed), SNAPSHOT_EVERY);
            trader.begin();
            trader.connect();
            trader.play(MINUTES, Long.MAX_VALUE);
            assertThat(disk.changes()).as("changes with venue seed %s", seed).isGreaterThan(100);
            CHANGES_OF_A_WHOLE_RUN.add(disk.changes());
        }
    }

    @Test
    void aDiskThatFailsAtItsKthChangeHaltsEntriesAndARestartRecovers() throws IOException {
        int cases = Campaign.cases(200, 5_000);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int k = 0; k < cases; k++) {
            DiskFault.Kind kind = KINDS.get(k % KINDS.size());
            int venueSeed = k % VENUE_SEEDS;
            long at = 1 + Math.floorMod(k * 7_919L, CHANGES_OF_A_WHOLE_RUN.get(venueSeed));
            boolean lasting = k % 2 == 0 || kind == DiskFault.Kind.NO_SPACE;
            String what = "case " + k + ", venue seed " + venueSeed + ": " + kind + " from change " + at
                    + (lasting ? " on" : " once");
            DiskFault fault = new DiskFault(kind, at, lasting);
            outcomes.merge(new Case(what, fault, venueSeed, k).run(), 1, Integer::sum);
        }
        System.out.println("disk faults: " + cases + " cases, venue seeds 0 to " + (VENUE_SEEDS - 1) + ", " + outcomes);
        assertThat(outcomes.getOrDefault("halted", 0)).isGreaterThan(cases / 2);
    }

    @Test
    void afterAFailureResumingIsRefusedUntilTheNextStart() throws IOException {
        SimulatedDisk disk = new SimulatedDisk();
        SimulatedVenue venue = new SimulatedVenue(3);
        SimulatedTrader trader = SimulatedTrader.open(disk, venue, SNAPSHOT_EVERY);
        trader.begin();
        trader.connect();
        trader.play(10, Long.MAX_VALUE);
        disk.capacity(0);
        trader.play(5, Long.MAX_VALUE);
        trader.ask(new OperatorEvent.HaltRequested(7, "test", "look"));
        assertThat(trader.hasJournalFailed()).isTrue();
        disk.heal();

        trader.ask(new OperatorEvent.ResumeRequested(8, "test", "there is space again"));

        Output.RequestAnswered answer = trader.outputs().stream()
                .filter(Output.RequestAnswered.class::isInstance)
                .map(Output.RequestAnswered.class::cast)
                .reduce((one, later) -> later)
                .orElseThrow();
        assertThat(answer.requestId()).isEqualTo(8);
        assertThat(answer.accepted()).isFalse();
        assertThat(answer.message()).contains("journal").contains("start again");
        assertThat(trader.tradingState()).isEqualTo(TradingState.HALTED);
    }

    /** One fault from the first start to the trading after it. */
    private static final class Case {
        private final String what;
        private final DiskFault fault;
        private final Random random;
        private final SimulatedDisk disk = new SimulatedDisk();
        private final SimulatedVenue venue;

        Case(String what, DiskFault fault, long venueSeed, long crashSeed) {
            this.what = what;
            this.fault = fault;
            this.venue = new SimulatedVenue(venueSeed);
            this.random = new Random(crashSeed);
        }

        String run() throws IOException {
            disk.plan(fault);
            String outcome = trade();
            disk.heal();
            disk.crash(random);
            venue.hangUp();
            requireItTradesAgain();
            assertThat(venue.usedTwice()).as(what).isNull();
            return outcome;
        }

        private String trade() {
            SimulatedTrader trader;
            try {
                trader = SimulatedTrader.open(disk, venue, SNAPSHOT_EVERY);
            } catch (IOException refused) {
                assertThat(venue.left()).as(what).isEmpty();
                return "start refused";
            }
            trader.begin();
            trader.connect();
            for (int minute = 0; minute < MINUTES && !trader.hasJournalFailed(); minute++) {
                trader.play(1, Long.MAX_VALUE);
            }
            if (!trader.hasJournalFailed()) {
                return "only a snapshot or a mark of space";
            }
            requireHalted(trader);
            return "halted";
        }

        private void requireHalted(SimulatedTrader trader) {
            assertThat(trader.tradingState()).as(what).isEqualTo(TradingState.HALTED);
            assertThat(trader.journalFailures()).as("%s: it is told once", what).isEqualTo(1);
            assertThat(trader.outputs())
                    .as("%s: an incident that alerts", what)
                    .filteredOn(output -> output instanceof Output.IncidentRaised incident
                            && incident.severity() == Severity.CRITICAL
                            && incident.message().contains("journal")
                            && incident.message().contains("Make room on its disk"))
                    .hasSize(1);
            int before = venue.left().size();
            trader.play(20, Long.MAX_VALUE);
            trader.flatten();
            trader.play(2, Long.MAX_VALUE);
            List<SimulatedVenue.Left> after =
                    venue.left().subList(before, venue.left().size());
            assertThat(after)
                    .as("%s: only what reduces risk or asks leaves", what)
                    .allMatch(left -> !(left.command() instanceof Command.Act act) || act.reducesRisk());
            assertThat(trader.engine().isFlat())
                    .as("%s: it could be flattened", what)
                    .isTrue();
        }

        private void requireItTradesAgain() throws IOException {
            SimulatedTrader trader = SimulatedTrader.open(disk, venue, SNAPSHOT_EVERY);
            assertThat(trader.findings().lastSequence()).as(what).isGreaterThanOrEqualTo(0);
            trader.begin();
            trader.connect();
            trader.play(6, Long.MAX_VALUE);
            assertThat(trader.hasJournalFailed()).as(what).isFalse();
            assertThat(trader.tradingState())
                    .as("%s: %s", what, trader.engine().state().gate())
                    .isEqualTo(TradingState.ACTIVE);
        }
    }
}
