package dev.sparkstacker.sandbox.persist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.RememberedVenue;
import dev.sparkstacker.sandbox.exchange.TradingPhase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything an exchange knows is known again after a restart, however it came to know it. */
class RememberedStateTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void aRandomVenueIsRememberedWhole(long seed) {
        RememberedVenue venue = new RememberedVenue(seed);
        try (StateLog log = StateLog.open(folder, true)) {
            StateRecorder recorder = new StateRecorder(log, venue.exchange(), 0);
            recorder.compact();
            venue.listener(recorder);
            for (int step = 0; step < 600; step++) {
                venue.step();
                recorder.flush();
            }
        }
        List<String> written = venue.everything(venue.exchange());
        try (StateLog log = StateLog.open(folder, false)) {
            Exchange again = venue.empty();
            SavedState.of(log.read()).restore(again, (_, _) -> {});

            assertThat(venue.everything(again)).as("seed %d", seed).isEqualTo(written);
        }
        assertThat(written).as("seed %d liquidated", seed).anyMatch(text -> text.contains("LiquidationTag"));
    }

    @Test
    void aLogThatIsMadeShorterBeforeItWasWrittenHoldsEverythingOnce() {
        RememberedVenue venue = new RememberedVenue(15);
        try (StateLog log = StateLog.open(folder, true)) {
            StateRecorder recorder = new StateRecorder(log, venue.exchange(), 0);
            venue.listener(recorder);
            for (int step = 0; step < 300; step++) {
                venue.step();
                if (step % 30 == 29) {
                    recorder.compact();
                    recorder.flush();
                }
            }
        }
        List<String> written = venue.everything(venue.exchange());
        try (StateLog log = StateLog.open(folder, false)) {
            Exchange again = venue.empty();
            SavedState.of(log.read()).restore(again, (_, _) -> {});

            assertThat(venue.everything(again)).isEqualTo(written);
        }
    }

    @Test
    void aHaltIsRememberedThoughNothingElseChanged() {
        RememberedVenue venue = new RememberedVenue(1);
        try (StateLog log = StateLog.open(folder, true)) {
            StateRecorder recorder = new StateRecorder(log, venue.exchange(), 0);
            recorder.compact();
            venue.exchange().phase(TradingPhase.HALTED);
            recorder.flush();
        }
        try (StateLog log = StateLog.open(folder, false)) {
            Exchange again = venue.empty();
            SavedState.of(log.read()).restore(again, (_, _) -> {});

            assertThat(again.phase()).isEqualTo(TradingPhase.HALTED);
        }
    }
}
