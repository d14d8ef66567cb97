package dev.sparkstacker.app.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.journal.CorruptJournalException;
import dev.sparkstacker.journal.JournalQuarantine;
import dev.sparkstacker.journal.JournalVerifier;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A damaged journal from the refusal to start to trading again by the command that the refusal names. */
class DamagedJournalTest {
    private final SimulatedDisk disk = new SimulatedDisk();
    private final SimulatedVenue venue = new SimulatedVenue(5);
    private long lastSequence;

    @BeforeEach
    void aProcessTradedAndWasKilled() throws IOException {
        SimulatedTrader trader = SimulatedTrader.open(disk, venue, 300);
        trader.begin();
        trader.connect();
        trader.play(100, Long.MAX_VALUE);
        lastSequence = trader.sequence();
        trader.die();
        disk.kill();
        venue.hangUp();
    }

    @Test
    void damageBehindTheLastSnapshotIsRefusedSetAsideAndReconciledAway() throws IOException {
        String newest = disk.list("").stream()
                .filter(name -> name.startsWith("segment-"))
                .reduce((one, later) -> later)
                .orElseThrow();
        byte[] bytes = disk.bytes(newest);
        bytes[bytes.length - 3_000] ^= 8;
        disk.put(newest, bytes);

        requireRefusal(newest);
        assertThat(JournalVerifier.verify(disk).sound()).isFalse();
        JournalQuarantine.Report report =
                JournalQuarantine.run(disk, SimulatedTrader.identity("build-a").stateSchemaHash());

        assertThat(report.goesOnAfter()).isLessThan(lastSequence).isPositive();
        requireItReconcilesAndTrades();
    }

    @Test
    void damageLongBeforeTheLastSnapshotIsRefusedSetAsideAndCostsNoState() throws IOException {
        String oldest = disk.list("").stream()
                .filter(name -> name.startsWith("segment-"))
                .findFirst()
                .orElseThrow();
        byte[] bytes = disk.bytes(oldest);
        bytes[bytes.length / 2] ^= 8;
        disk.put(oldest, bytes);

        requireRefusal(oldest);
        JournalQuarantine.Report report =
                JournalQuarantine.run(disk, SimulatedTrader.identity("build-a").stateSchemaHash());

        assertThat(report.moved()).containsExactly("quarantine/" + oldest);
        assertThat(report.goesOnAfter()).isGreaterThan(lastSequence - 400);
        requireItReconcilesAndTrades();
    }

    private void requireRefusal(String file) {
        int left = venue.left().size();
        assertThatThrownBy(() -> SimulatedTrader.open(disk, venue, 300))
                .isInstanceOf(CorruptJournalException.class)
                .hasMessageContaining("Corrupt journal: " + file + " at byte ")
                .hasMessageContaining("readable: events up to ")
                .hasMessageContaining("nothing trades")
                .hasMessageContaining("./spark-stacker verify-journal --quarantine");
        assertThat(venue.left()).hasSize(left);
    }

    /** Nothing enters before the books agree; a position that the lost events opened is a person's to decide on. */
    private void requireItReconcilesAndTrades() throws IOException {
        int left = venue.left().size();
        SimulatedTrader trader = SimulatedTrader.open(disk, venue, 300);
        assertThat(trader.findings().cleanStop()).isFalse();
        assertThat(trader.epoch()).isEqualTo(2);
        trader.begin();
        assertThat(trader.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
        assertThat(venue.left()).hasSize(left);
        trader.connect();
        trader.play(5, Long.MAX_VALUE);
        boolean differs = trader.outputs().stream()
                .anyMatch(output -> output instanceof Output.IncidentRaised incident
                        && incident.code().equals("reconciliation_mismatch"));
        assertThat(trader.tradingState()).isEqualTo(differs ? TradingState.HALTED : TradingState.ACTIVE);
        trader.play(60, Long.MAX_VALUE);
        assertThat(trader.hasJournalFailed()).isFalse();
        assertThat(venue.usedTwice()).isNull();
        assertThat(JournalVerifier.verify(disk).problems()).isEmpty();
    }
}
