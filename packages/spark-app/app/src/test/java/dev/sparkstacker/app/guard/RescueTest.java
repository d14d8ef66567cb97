package dev.sparkstacker.app.guard;

import static dev.sparkstacker.app.guard.ScriptedDoor.BTC;
import static dev.sparkstacker.app.guard.ScriptedDoor.ETH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.app.config.model.EmergencyAction;
import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.Rate;
import dev.sparkstacker.domain.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An emergency on one account, round by round. */
class RescueTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Rescue.Terms TERMS = new Rescue.Terms(
            List.of(Rate.of("0.005"), Rate.of("0.01"), Rate.of("0.02"), Rate.of("0.05")),
            1_000,
            2_000,
            7_000,
            200,
            5_000);

    private final ScriptedDoor door = new ScriptedDoor();
    private final List<String> told = new ArrayList<>();
    private final RescueListener listener = new RescueListener() {
        @Override
        public void acted(AccountId account, String what, String answer) {
            told.add(what + ": " + answer);
        }

        @Override
        public void unread(AccountId account, String detail) {
            told.add("unread " + detail);
        }

        @Override
        public void verified(AccountId account, String found) {
            told.add("verified " + found);
        }
    };
    private long nanos;

    @Test
    void haltCancelsWhatEntersAndKeepsWhatProtects() throws Exception {
        door.hold(ETH, "0.5");
        door.stop(1, ETH, Side.SELL, "0.5");
        door.target(2, ETH, Side.SELL, "0.5");
        door.entry(3, ETH, Side.BUY, "0.1");
        door.stop(4, BTC, Side.SELL, "1");
        Rescue rescue = rescue(EmergencyAction.HALT);
        round(rescue);
        assertThat(door.sent).containsExactly("cancel [3, 4]");
        assertThat(rescue.isVerified()).as("what left before may still arrive").isFalse();
        door.nowMs += 7_000;
        round(rescue);
        assertThat(rescue.isVerified()).isTrue();
        assertThat(door.resting()).containsExactly(1L, 2L);
        assertThat(told).last().asString().startsWith("verified 0.5 ETH-USD");
    }

    @Test
    void whatArrivesLateIsCancelledTooAndVerifiedAnew() throws Exception {
        Rescue rescue = rescue(EmergencyAction.HALT);
        door.nowMs += 1;
        round(rescue);
        door.nowMs += 7_000;
        round(rescue);
        assertThat(rescue.isVerified()).isTrue();
        door.entry(9, ETH, Side.BUY, "0.1");
        round(rescue);
        assertThat(rescue.isVerified()).isFalse();
        round(rescue);
        assertThat(rescue.isVerified()).isTrue();
        assertThat(told).filteredOn(line -> line.startsWith("verified")).hasSize(2);
    }

    @Test
    void aCancelThatNobodyAnsweredIsRepeatedUntilTheVenueShowsNothing() throws Exception {
        door.entry(1, ETH, Side.BUY, "0.1");
        door.deafCancels = 3;
        Rescue rescue = rescue(EmergencyAction.HALT);
        for (int i = 0; i < 4; i++) {
            round(rescue);
        }
        assertThat(door.sent).hasSize(4).allMatch(sent -> sent.equals("cancel [1]"));
        assertThat(door.resting()).isEmpty();
    }

    @Test
    void anUnreadAccountIsNoEmptyOne() throws Exception {
        door.entry(1, ETH, Side.BUY, "0.1");
        door.failingReads = 2;
        Rescue rescue = rescue(EmergencyAction.HALT);
        round(rescue);
        round(rescue);
        assertThat(rescue.isVerified()).isFalse();
        assertThat(door.sent).isEmpty();
        round(rescue);
        assertThat(door.sent).containsExactly("cancel [1]");
    }

    @Test
    void haltClosesWhatIsBareForTooLongWhereWeTradeAndOnlyThat() throws Exception {
        door.hold(ETH, "-0.5");
        door.stop(1, ETH, Side.BUY, "0.3");
        door.hold(BTC, "1");
        Rescue rescue = rescue(EmergencyAction.HALT);
        round(rescue);
        nanos += SECOND;
        round(rescue);
        assertThat(door.sent).as("a stop may be on its way").isEmpty();
        nanos += SECOND;
        round(rescue);
        assertThat(door.sent).containsExactly("close BUY 0.2 ETH-USD cap 0.005");
    }

    @Test
    void aStopThatComesInTimeSavesThePosition() throws Exception {
        door.hold(ETH, "0.5");
        Rescue rescue = rescue(EmergencyAction.HALT);
        round(rescue);
        nanos += SECOND;
        door.stop(1, ETH, Side.SELL, "0.5");
        round(rescue);
        nanos += 5 * SECOND;
        door.nowMs += 7_000;
        round(rescue);
        assertThat(door.sent).isEmpty();
        assertThat(rescue.isVerified()).isTrue();
    }

    @Test
    void flattenClosesWithWiderCapsAndKeepsTheStopsUntilFlat() throws Exception {
        door.hold(ETH, "0.5");
        door.stop(1, ETH, Side.SELL, "0.5");
        door.entry(2, ETH, Side.BUY, "0.1");
        door.unfilledCloses = 5;
        Rescue rescue = rescue(EmergencyAction.FLATTEN);
        for (int i = 0; i < 6; i++) {
            round(rescue);
            assertThat(door.resting()).as("round " + i).contains(1L);
            nanos += SECOND;
        }
        assertThat(door.sent)
                .containsExactly(
                        "cancel [2]",
                        "close SELL 0.5 ETH-USD cap 0.005",
                        "close SELL 0.5 ETH-USD cap 0.01",
                        "close SELL 0.5 ETH-USD cap 0.02",
                        "close SELL 0.5 ETH-USD cap 0.05",
                        "close SELL 0.5 ETH-USD cap 0.05",
                        "close SELL 0.5 ETH-USD cap 0.05");
        round(rescue);
        assertThat(door.sent).last().isEqualTo("cancel [1]");
        door.nowMs += 7_000;
        round(rescue);
        assertThat(rescue.isVerified()).isTrue();
        assertThat(told).last().isEqualTo("verified flat, 0 orders rest");
    }

    @Test
    void closesAreOneASecondHoweverOftenItLooks() throws Exception {
        door.hold(ETH, "0.5");
        door.unfilledCloses = 100;
        Rescue rescue = rescue(EmergencyAction.FLATTEN);
        for (int i = 0; i < 10; i++) {
            round(rescue);
            nanos += SECOND / 5;
        }
        assertThat(door.sent).hasSize(2);
    }

    @Test
    void aWiderWishIsNotVerifiedByWhatWasVerifiedBefore() throws Exception {
        door.hold(ETH, "0.5");
        door.stop(1, ETH, Side.SELL, "0.5");
        Rescue rescue = rescue(EmergencyAction.HALT);
        round(rescue);
        door.nowMs += 7_000;
        round(rescue);
        assertThat(rescue.isVerified()).isTrue();
        rescue.widen(EmergencyAction.FLATTEN);
        assertThat(rescue.isVerified()).isFalse();
        round(rescue);
        round(rescue);
        round(rescue);
        assertThat(rescue.isVerified()).isTrue();
        assertThat(door.positions).isEmpty();
        rescue.widen(EmergencyAction.HALT);
        assertThat(rescue.action()).isEqualTo(EmergencyAction.FLATTEN);
    }

    private Rescue rescue(EmergencyAction action) {
        return new Rescue(door, action, Set.of(ETH), TERMS, listener);
    }

    private void round(Rescue rescue) throws InterruptedException {
        boolean _ = rescue.round(nanos);
    }
}
