package dev.sparkstacker.app.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sparkstacker.app.runtime.RecoveryException;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.domain.output.TradingState;
import dev.sparkstacker.journal.Tail;
import dev.sparkstacker.journal.simulated.SimulatedDisk;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A build takes over the journal of another whose strategy decided otherwise than its own would have. */
class UpgradeTest {
    private static final int NO_SNAPSHOT = 1_000_000;
    private static final LegId LEG = new LegId(new StrategyId("macd-eth"), RecordedRun.ETH, LegRole.MAIN);

    private final SimulatedDisk disk = new SimulatedDisk();
    private final SimulatedVenue venue = new SimulatedVenue(1);

    @Test
    void anOrderThatOnlyTheOtherBuildSentIsKnownFollowedAndProtected() throws IOException {
        boolean[] sent = {false};
        SimulatedTrader old = runUntilDecided(sent, (cause, commands) -> {
            boolean asks = commands.stream().anyMatch(Command.ReadAccount.class::isInstance);
            if (sent[0] || !asks || cause < 500) {
                return commands;
            }
            sent[0] = true;
            List<Command> more = new ArrayList<>(commands);
            more.add(entry(cause));
            return more;
        });
        Set<ClientOrderId> recorded = recordedIds();
        int leftBefore = venue.left().size();
        old.die();
        disk.kill();
        venue.hangUp();

        SimulatedTrader next = SimulatedTrader.open(disk, venue, "build-b", NO_SNAPSHOT, (cause, commands) -> commands);

        assertThat(venue.left()).as("nothing left while it recovered").hasSize(leftBefore);
        assertThat(new TreeSet<>(next.ordersRecovered())).as("orders known").isEqualTo(recorded);
        requireSnapshotOf(next);
        next.begin();
        assertThat(next.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
        next.connect();
        next.play(2, Long.MAX_VALUE);
        assertThat(next.everythingTold())
                .as("the order's fill is booked to its leg")
                .anyMatch(output -> output instanceof Output.FillBooked fill && LEG.equals(fill.leg()));
        assertThat(next.outputs())
                .anyMatch(output -> output instanceof Output.LegChanged leg
                        && leg.leg().equals(LEG)
                        && leg.state() == LegState.OPEN);
        assertThat(next.tradingState()).isEqualTo(TradingState.ACTIVE);
        assertThat(venue.usedTwice()).isNull();
    }

    @Test
    void anOrderThatOnlyThisBuildWouldHaveSentIsNotKnownAndNeverSent() throws IOException {
        boolean[] decided = {false};
        Set<ClientOrderId> withheld = new TreeSet<>();
        SimulatedTrader old = runUntilDecided(decided, (cause, commands) -> {
            List<Command> kept = commands.stream()
                    .filter(command -> !(command instanceof Command.PlaceOrders place) || place.reducesRisk())
                    .toList();
            if (!decided[0] && kept.size() < commands.size()) {
                decided[0] = true;
                withheld.addAll(SimulatedTrader.ids(commands));
                return kept;
            }
            return commands;
        });
        assertThat(withheld).isNotEmpty();
        int leftBefore = venue.left().size();
        old.die();
        disk.kill();
        venue.hangUp();

        assertThatThrownBy(() -> SimulatedTrader.open(disk.fork(), venue, "build-a", NO_SNAPSHOT, (c, all) -> all))
                .as("for the same build this would be a broken promise")
                .isInstanceOf(RecoveryException.class);
        SimulatedTrader next = SimulatedTrader.open(disk, venue, "build-b", NO_SNAPSHOT, (cause, commands) -> commands);

        assertThat(next.ordersRecovered()).doesNotContainAnyElementsOf(withheld);
        assertThat(venue.left()).hasSize(leftBefore);
        requireSnapshotOf(next);
        next.begin();
        assertThat(next.tradingState()).isEqualTo(TradingState.REDUCE_ONLY);
        next.connect();
        next.play(3, Long.MAX_VALUE);
        assertThat(next.tradingState()).isEqualTo(TradingState.ACTIVE);
        assertThat(venue.left().stream().flatMap(left -> SimulatedTrader.ids(List.of(left.command())).stream()))
                .doesNotContainAnyElementsOf(withheld);
    }

    @Test
    void aBuildKilledAfterAnUpgradeReplaysItsOwnPartAndAppliesTheRest() throws IOException {
        for (int seed = 0; seed < 6; seed++) {
            SimulatedDisk shared = new SimulatedDisk();
            SimulatedVenue market = new SimulatedVenue(seed);
            Random random = new Random(seed);
            for (String build : List.of("build-a", "build-b", "build-b", "build-c")) {
                SimulatedTrader trader =
                        SimulatedTrader.open(shared, market, build, 100 + random.nextInt(400), (cause, all) -> all);
                trader.begin();
                trader.connect();
                trader.play(5 + random.nextInt(15), Long.MAX_VALUE);
                assertThat(trader.tradingState()).as("seed %d, %s", seed, build).isEqualTo(TradingState.ACTIVE);
                trader.die();
                shared.crash(random);
                market.hangUp();
            }
            assertThat(market.usedTwice()).as("seed %d", seed).isNull();
        }
    }

    private SimulatedTrader runUntilDecided(boolean[] decided, SimulatedTrader.Rewriting rewriting) throws IOException {
        SimulatedTrader trader = SimulatedTrader.open(disk, venue, "build-a", NO_SNAPSHOT, rewriting);
        trader.begin();
        trader.connect();
        for (int minute = 0; minute < 600 && !decided[0]; minute++) {
            trader.play(1, Long.MAX_VALUE);
        }
        assertThat(decided[0]).isTrue();
        return trader;
    }

    /** A buy at the market, as the old build's strategy decided it. */
    private Command entry(long cause) {
        ClientOrderId id = ClientOrderId.mint(SimulatedTrader.RUN, 1, cause, 77);
        Price limit = RecordedRun.INSTRUMENT.roundPrice(Price.of("2495"), RoundingMode.DOWN);
        OrderRequest order = new OrderRequest(
                id, LEG, OrderPurpose.ENTRY, Side.BUY, Quantity.of("0.0100"), limit, TimeInForce.IOC, false, null);
        return new Command.PlaceOrders(
                RecordedRun.MAIN, List.of(new ApprovedOrder(order, "the other build")), venue.nowMs() + 5_000);
    }

    private void requireSnapshotOf(SimulatedTrader next) {
        long last = next.findings().lastSequence();
        assertThat(disk.list("snapshots")).last().asString().contains(Long.toString(last));
    }

    private Set<ClientOrderId> recordedIds() throws IOException {
        Set<ClientOrderId> ids = new TreeSet<>();
        try (Tail all = Tail.ofAll(disk)) {
            all.forEachRemaining(entry -> ids.addAll(SimulatedTrader.ids(entry.commands())));
        }
        assertThat(ids).isNotEmpty();
        return ids;
    }
}
