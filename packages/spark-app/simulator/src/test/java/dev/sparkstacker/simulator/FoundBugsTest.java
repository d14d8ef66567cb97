package dev.sparkstacker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.simulator.plants.DoubledEntries;
import dev.sparkstacker.simulator.plants.DroppedFills;
import dev.sparkstacker.simulator.plants.DroppedHalts;
import dev.sparkstacker.simulator.plants.ExitsLost;
import dev.sparkstacker.simulator.plants.ForceFailureIgnored;
import dev.sparkstacker.simulator.plants.ForceOmitted;
import dev.sparkstacker.simulator.plants.LeverageBelieved;
import dev.sparkstacker.simulator.plants.ResentWithNewNonce;
import dev.sparkstacker.simulator.plants.WallClockNonces;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One planted bug for each family of faults: a simulator that finds nothing proves nothing. */
class FoundBugsTest {
    private static final int WITHIN_SEEDS = 500;

    /** What is lost after it was promised shows as a journal that is too short, or as one that cannot be read at all. */
    private static final List<String> DURABLE =
            List.of("nothing leaves before it is durable", "nothing in the product fails unexpectedly");

    private static SeedResult find(Set<FaultFamily> families, Ports ports) throws InterruptedException {
        Simulator.Options options = new Simulator.Options(1, WITHIN_SEEDS, families, false, "planted", ports);
        SeedResult found = new Simulator(options, line -> {}).run().broken();
        assertThat(found).as("found within %s seeds", WITHIN_SEEDS).isNotNull();
        return Objects.requireNonNull(found);
    }

    private static String invariantOf(SeedResult found) {
        return Objects.requireNonNull(found.broken()).invariant();
    }

    @Test
    void crashFindsAJournalWhoseForceIsOmitted() throws InterruptedException {
        SeedResult found = find(Set.of(FaultFamily.CRASH), Ports.PLAIN.withStorage(ForceOmitted::new));
        assertThat(invariantOf(found)).isIn(DURABLE);
    }

    @Test
    void networkFindsATransportThatSendsAgainWithANewNonce() throws InterruptedException {
        SeedResult found = find(Set.of(FaultFamily.NETWORK), Ports.PLAIN.withTransport(ResentWithNewNonce::new));
        assertThat(found.broken()).isNotNull();
    }

    @Test
    void networkFindsAConnectorThatLosesFills() throws InterruptedException {
        SeedResult found = find(Set.of(FaultFamily.NETWORK), Ports.PLAIN.withEvents(DroppedFills::new));
        assertThat(found.broken()).isNotNull();
    }

    @Test
    void venueFindsAConnectorThatBelievesLeverageWithoutReadingItBack() throws InterruptedException {
        SeedResult found = find(Set.of(FaultFamily.VENUE), Ports.PLAIN.withEvents(LeverageBelieved::new));
        assertThat(invariantOf(found)).isEqualTo("an entry trades with the configured leverage");
    }

    @Test
    void diskFindsAJournalThatGoesOnAfterAFailedForce() throws InterruptedException {
        SeedResult found = find(Set.of(FaultFamily.DISK), Ports.PLAIN.withStorage(ForceFailureIgnored::new));
        assertThat(invariantOf(found)).isIn(DURABLE);
    }

    @Test
    void clockFindsNoncesThatFollowTheWallClock() throws InterruptedException {
        SeedResult found = find(Set.of(FaultFamily.CLOCK), Ports.PLAIN.withTransport(WallClockNonces::new));
        assertThat(found.broken()).isNotNull();
    }

    @Test
    void operatorFindsAHaltThatNobodyHears() throws InterruptedException {
        SeedResult found = find(Set.of(FaultFamily.OPERATOR), Ports.PLAIN.withEvents(DroppedHalts::new));
        assertThat(invariantOf(found)).isEqualTo("a person's request is answered");
    }

    @Test
    void operatorFindsAFlatteningThatNeverEnds() throws InterruptedException {
        SeedResult found = find(Set.of(FaultFamily.OPERATOR), Ports.PLAIN.withGateway(ExitsLost::new));
        assertThat(found.broken()).isNotNull();
    }

    @Test
    void entriesTwiceAsLargeAsJudgedAreBeyondALimit() throws InterruptedException {
        SeedResult found = find(Set.of(FaultFamily.VENUE), Ports.PLAIN.withGateway(DoubledEntries::new));
        assertThat(invariantOf(found)).startsWith("no ").endsWith("beyond its limit");
    }

    @Test
    void withoutAPlantedBugTheSameFamiliesHold() throws InterruptedException {
        for (FaultFamily family : EnumSet.allOf(FaultFamily.class)) {
            Simulator.Options options = new Simulator.Options(1, 3, Set.of(family), false, "plain", Ports.PLAIN);
            assertThat(new Simulator(options, line -> {}).run().broken())
                    .as("%s", family)
                    .isNull();
        }
    }
}
