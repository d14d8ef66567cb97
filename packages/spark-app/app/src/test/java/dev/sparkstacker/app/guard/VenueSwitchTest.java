package dev.sparkstacker.app.guard;

import static dev.sparkstacker.app.guard.ScriptedDoor.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.Side;
import org.junit.jupiter.api.Test;

/** The venue's own switch cancels stops too and closes nothing: it may be armed only where that does no harm. */
class VenueSwitchTest {
    private static final long TIMEOUT_MS = 60_000;
    private static final long THIRD_NANOS = 20_000_000_000L;

    private final ScriptedDoor door = new ScriptedDoor();
    private final VenueSwitch venueSwitch = new VenueSwitch(door, TIMEOUT_MS);
    private long nanos;

    @Test
    void whereNothingRestsItIsNotArmed() throws Exception {
        tend();
        assertThat(venueSwitch.isArmed()).isFalse();
        assertThat(venueSwitch.detail()).contains("not armed: positions rest on their stops");
        assertThat(door.sent).isEmpty();
    }

    @Test
    void whereOnlyEntriesRestItIsArmedAndRenewedEachThirdOfItsTime() throws Exception {
        door.entry(1, ETH, Side.BUY, "1");
        tend();
        assertThat(venueSwitch.isArmed()).isTrue();
        nanos += THIRD_NANOS - 1;
        tend();
        assertThat(door.sent).containsExactly("scheduleCancel " + (door.nowMs + TIMEOUT_MS));
        nanos += 1;
        door.nowMs += 20_000;
        tend();
        assertThat(door.sent).hasSize(2).last().isEqualTo("scheduleCancel " + (door.nowMs + TIMEOUT_MS));
    }

    @Test
    void aPositionWithItsStopTakesItBack() throws Exception {
        door.entry(1, ETH, Side.BUY, "1");
        tend();
        door.hold(ETH, "1");
        door.stop(2, ETH, Side.SELL, "1");
        nanos += THIRD_NANOS;
        tend();
        assertThat(venueSwitch.isArmed()).isFalse();
        assertThat(door.sent).last().isEqualTo("scheduleCancel null");
    }

    @Test
    void whatTheVenueRefusesIsNotArmedAndSaysWhy() throws Exception {
        door.entry(1, ETH, Side.BUY, "1");
        door.switchAnswer = "refused: Cannot set scheduled cancel time until enough volume traded.";
        tend();
        assertThat(venueSwitch.isArmed()).isFalse();
        assertThat(venueSwitch.detail()).contains("not armed", "enough volume traded");
    }

    @Test
    void anUnreadAccountChangesNothing() throws Exception {
        door.entry(1, ETH, Side.BUY, "1");
        tend();
        door.failingReads = 1;
        nanos += THIRD_NANOS;
        tend();
        assertThat(venueSwitch.isArmed())
                .as("the venue still has the time it was given")
                .isTrue();
        assertThat(venueSwitch.detail()).contains("not renewed", "HTTP 503");
    }

    private void tend() throws InterruptedException {
        venueSwitch.tend(nanos, 1);
    }
}
