package dev.sparkstacker.hyperliquid.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueTimeTest {
    private static final long VENUE_START = 1_750_000_000_000L;
    private static final long NANOS_PER_MS = 1_000_000;

    private final FakeMachine machine = new FakeMachine();
    private final VenueTime time = new VenueTime(machine);

    private static final class FakeMachine implements MachineClock {
        private long nanos = 12_345;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public long epochMs() {
            return VENUE_START + nanos / NANOS_PER_MS;
        }

        void pass(long ms) {
            nanos += ms * NANOS_PER_MS;
        }
    }

    private long venueAt(double rate) {
        return VENUE_START + (long) (machine.nanos / (double) NANOS_PER_MS * rate);
    }

    private void probe(double rate, long requestMs, long answerMs) {
        long sent = machine.nanos;
        machine.pass(requestMs);
        long venueMs = venueAt(rate);
        machine.pass(answerMs);
        time.observeProbe(venueMs, sent, machine.nanos);
    }

    @Test
    void beforeTheVenueWasAskedItsTimeIsUnknown() {
        assertThatThrownBy(time::venueTimeMs).isInstanceOf(IllegalStateException.class);
        assertThat(time.isKnown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 60, 100})
    void theEstimateFollowsAnySpeedWithoutRunningAheadAndNeverGoesBack(double rate) {
        long seed = 20_260_101;
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        probe(rate, 1, 1);
        machine.pass(100);
        probe(rate, 1, 1);
        long before = time.venueTimeMs();
        for (int i = 0; i < 20_000; i++) {
            machine.pass(random.nextInt(20));
            if (random.nextInt(4) == 0) {
                long latencyMs = random.nextInt(15);
                assertThat(time.observeFrame(venueAt(rate) - (long) (latencyMs * rate)))
                        .isTrue();
            }
            if (random.nextInt(200) == 0) {
                probe(rate, random.nextInt(5), random.nextInt(5));
            }
            long estimate = time.venueTimeMs();
            assertThat(estimate).isBetween(before, venueAt(rate) + 1);
            before = estimate;
        }
        assertThat(venueAt(rate) - time.venueTimeMs()).isLessThan((long) (100 * rate));
    }

    @Test
    void twoProbesTellTheRate() {
        probe(60, 1, 1);
        machine.pass(1_000);
        probe(60, 1, 1);
        assertThat(time.rate()).isBetween(59.0, 60.0);
    }

    @Test
    void aVenueThatStoppedIsOvertakenByThreeSecondsAtMostThenAtTheMachinesPace() {
        probe(60, 1, 1);
        machine.pass(1_000);
        probe(60, 1, 1);
        long stoppedAt = venueAt(60);
        machine.pass(10_000);
        assertThat(time.venueTimeMs() - stoppedAt).isLessThan(60 * 3_000 + 8_000);
    }

    @Test
    void whenAProbeShowsThatTheEstimateIsAheadItStandsStillUntilTheVenueCaughtUp() {
        probe(60, 1, 1);
        machine.pass(1_000);
        probe(60, 1, 1);
        machine.pass(2_000);
        long ahead = time.venueTimeMs();
        long slow = ahead - 50_000;
        time.observeProbe(slow, machine.nanos, machine.nanos);
        machine.pass(10_000);
        assertThat(time.venueTimeMs()).isEqualTo(ahead);
        machine.pass(45_000);
        assertThat(time.venueTimeMs()).isGreaterThan(ahead).isLessThanOrEqualTo(slow + 55_000);
    }

    @Test
    void anOldFrameDoesNotMoveTheEstimateAndAnImpossibleOneIsRefused() {
        probe(1, 1, 1);
        long now = time.venueTimeMs();
        assertThat(time.observeFrame(now - 3_600_000)).isTrue();
        assertThat(time.observeFrame(now + 3_600_000)).isFalse();
        assertThat(time.venueTimeMs()).isEqualTo(now);
    }

    @Test
    void theSkewAgainstTheMachineIsKnown() {
        time.observeProbe(machine.epochMs() - 7_000, machine.nanos, machine.nanos);
        assertThat(time.skewMs()).isEqualTo(-7_000);
        assertThat(time.machineTimeMs()).isEqualTo(machine.epochMs());
    }
}
