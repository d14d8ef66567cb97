package dev.sparkstacker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** The promise: whatever goes wrong, everything that must hold holds, and afterwards it trades again. */
class SeedsTest {
    private static final int FIRST = Integer.getInteger("simulator.firstSeed", 1);
    private static final int SEEDS = Integer.getInteger(
            "simulator.seeds", Boolean.getBoolean("spark.test.full") ? 20_000 : Simulator.SEEDS_FOR_COVERAGE);
    private static final int LEAST_ORDERS = 20;

    @Test
    void everySeedHoldsAndRecoversAndEverythingIsHit() throws InterruptedException {
        Simulator.Options options = new Simulator.Options(
                FIRST, FIRST + SEEDS - 1, EnumSet.allOf(FaultFamily.class), false, "under test", Ports.PLAIN);
        Simulator.Report report = new Simulator(options, System.out::println).run();

        assertThat(report.broken()).as("see the seed and the command above").isNull();
        assertThat(report.missed()).as("hooks, edges and reasons never hit").isEmpty();
        assertThat(report.medianOrders()).isGreaterThanOrEqualTo(LEAST_ORDERS);
    }
}
