package dev.sparkstacker.hyperliquid.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.event.FeedFault;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.event.MarketEvent.BestBidOffer;
import dev.sparkstacker.domain.event.MarketEvent.FeedDegraded;
import dev.sparkstacker.hyperliquid.FeedLimits;
import dev.sparkstacker.hyperliquid.clock.MachineClock;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedGuardTest {
    private static final MarketId ETH = new MarketId("ETH");

    private final Machine machine = new Machine();
    private final VenueTime time = new VenueTime(machine);
    private final List<MarketEvent> told = new ArrayList<>();
    private final FeedGuard guard = new FeedGuard(ETH, new FeedLimits(15_000, 2_000, 500), time, told::add);

    private static final class Machine implements MachineClock {
        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public long epochMs() {
            return nanos / 1_000_000;
        }
    }

    @BeforeEach
    void venueTimeIsKnown() {
        time.observeProbe(1_750_000_000_000L, 0, 0);
    }

    private boolean quote(String bid, String ask) {
        Quantity one = Quantity.of("1");
        return guard.quote(
                new BestBidOffer(ETH, Price.of(bid), one, Price.of(ask), one, time.venueTimeMs()), machine.nanos);
    }

    private void pass(long ms) {
        machine.nanos += ms * 1_000_000;
        guard.check(machine.nanos);
    }

    private List<FeedFault> faults() {
        return told.stream()
                .filter(FeedDegraded.class::isInstance)
                .map(event -> ((FeedDegraded) event).fault())
                .toList();
    }

    @Test
    void theFirstSoundQuoteOfAConnectionRestoresTheFeed() {
        guard.connected(machine.nanos);
        assertThat(told).isEmpty();
        assertThat(quote("100", "101")).isTrue();
        assertThat(told).containsExactly(new MarketEvent.FeedRestored(ETH));
    }

    @Test
    void silenceIsStaleUntilTheNextFrame() {
        guard.connected(machine.nanos);
        quote("100", "101");
        pass(15_000);
        assertThat(faults()).isEmpty();
        pass(1);
        assertThat(faults()).containsExactly(FeedFault.STALE);
        guard.heard(machine.nanos);
        assertThat(told).hasSize(3).last().isEqualTo(new MarketEvent.FeedRestored(ETH));
    }

    @Test
    void aFastVenueClockAloneMakesNoFeedStale() {
        guard.connected(machine.nanos);
        quote("100", "101");
        time.observeProbe(time.venueTimeMs() + 60_000, machine.nanos, machine.nanos);
        pass(1_000);
        assertThat(faults()).isEmpty();
        pass(1_001);
        assertThat(faults()).containsExactly(FeedFault.STALE);
    }

    @Test
    void aQuoteFarFromTheMarkPriceIsOffMarketUntilTheyMeetAgain() {
        guard.connected(machine.nanos);
        quote("100", "101");
        guard.marked(Price.of("110"), machine.nanos);
        assertThat(faults()).containsExactly(FeedFault.OFF_MARKET);
        guard.marked(Price.of("104"), machine.nanos);
        assertThat(told).last().isEqualTo(new MarketEvent.FeedRestored(ETH));
    }

    @Test
    void theWorstFaultIsTold() {
        guard.connected(machine.nanos);
        quote("100", "101");
        guard.marked(Price.of("110"), machine.nanos);
        assertThat(quote("102", "101")).isFalse();
        guard.disconnected("gone");
        assertThat(faults()).containsExactly(FeedFault.OFF_MARKET, FeedFault.CROSSED, FeedFault.DISCONNECTED);
    }

    @Test
    void maintenanceIsToldWithItsOwnWordsAndOutlivesGoodQuotes() {
        guard.connected(machine.nanos);
        quote("100", "101");
        guard.maintenance("the venue is in a special state: upgrade");
        quote("100", "101");
        assertThat(told.getLast())
                .isEqualTo(new FeedDegraded(ETH, FeedFault.MAINTENANCE, "the venue is in a special state: upgrade"));
        guard.maintenance(null);
        assertThat(told.getLast()).isEqualTo(new MarketEvent.FeedRestored(ETH));
    }
}
