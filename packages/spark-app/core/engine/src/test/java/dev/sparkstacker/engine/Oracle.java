package dev.sparkstacker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What must hold after every scenario, whatever happened in it. */
final class Oracle {
    private Oracle() {}

    /** Everything, from-zero replay included. */
    static void check(EngineScenario scenario) {
        positionsAgree(scenario);
        cashIsConserved(scenario);
        idsAreUnique(scenario);
        everyPositionIsProtected(scenario);
        nothingIsLeftBehind(scenario);
        byte[] now = Replay.bytes(scenario.engine);
        assertThat(Replay.bytes(Replay.fromZero(scenario.journal.entries())))
                .as("replay from zero gives the same state")
                .isEqualTo(now);
    }

    /** A snapshot after any event, with the tail, gives the same state and the same commands. */
    static void checkRecoveryAtEveryEvent(EngineScenario scenario) {
        for (int at = 1; at <= scenario.journal.entries().size(); at++) {
            checkRecoveryAt(scenario, at);
        }
    }

    /** The same at one event. */
    static void checkRecoveryAt(EngineScenario scenario, int at) {
        assertThat(Replay.bytes(Replay.fromSnapshot(scenario.journal.entries(), at)))
                .as("snapshot after event %s", at)
                .isEqualTo(Replay.bytes(scenario.engine));
    }

    private static List<LegRecord> legs(EngineScenario scenario) {
        List<LegRecord> legs = new ArrayList<>();
        for (Pair.State pair : scenario.engine.state().pairs()) {
            legs.add(pair.main());
            LegRecord hedge = pair.hedge();
            if (hedge != null) {
                legs.add(hedge);
            }
        }
        return legs;
    }

    private static void positionsAgree(EngineScenario scenario) {
        Map<AccountId, Map<MarketId, SignedQuantity>> booked = new TreeMap<>();
        for (LegRecord leg : legs(scenario)) {
            booked.computeIfAbsent(leg.account(), account -> new TreeMap<>())
                    .merge(leg.id().market(), leg.position().size(), SignedQuantity::plus);
        }
        for (Stray.State stray : scenario.engine.state().strays()) {
            booked.computeIfAbsent(stray.account(), account -> new TreeMap<>())
                    .merge(stray.market(), stray.size(), SignedQuantity::plus);
        }
        scenario.venue.accounts.forEach((account, books) -> books.positions.forEach((market, size) -> {
            SignedQuantity fills = Stream.concat(books.fills.stream(), books.hidden.stream())
                    .filter(fill -> fill.market().equals(market))
                    .map(fill -> SignedQuantity.of(fill.side(), fill.size()))
                    .reduce(SignedQuantity.ZERO, SignedQuantity::plus);
            assertThat(size).as("venue position is the sum of its fills").isEqualTo(fills);
            assertThat(booked.getOrDefault(account, Map.of()).getOrDefault(market, SignedQuantity.ZERO))
                    .as("booked on %s in %s", account, market)
                    .isEqualTo(size);
        }));
    }

    private static void cashIsConserved(EngineScenario scenario) {
        Usd net = Usd.ZERO;
        for (Output.TradeClosed trade : scenario.outputs(Output.TradeClosed.class)) {
            assertThat(trade.netPnl())
                    .as("net of %s", trade)
                    .isEqualTo(trade.grossPnl().minus(trade.fees()).plus(trade.funding()));
            net = net.plus(trade.netPnl());
        }
        for (Output.FundingBooked funding : scenario.outputs(Output.FundingBooked.class)) {
            net = funding.leg() == null ? net.plus(funding.amount()) : net;
        }
        boolean flat = scenario.venue.accounts.values().stream()
                .allMatch(books -> books.positions.values().stream().allMatch(SignedQuantity::isZero));
        boolean allOurs = scenario.outputs(Output.FillBooked.class).stream().allMatch(fill -> fill.leg() != null);
        boolean allFilled = scenario.venue.accounts.values().stream().allMatch(books -> books.hidden.isEmpty());
        if (flat && allOurs && allFilled) {
            Usd cash = scenario.venue.accounts.values().stream()
                    .map(books -> books.cash)
                    .reduce(Usd.ZERO, Usd::plus);
            assertThat(net).as("trades explain the venue's cash").isEqualTo(cash);
        }
    }

    private static void idsAreUnique(EngineScenario scenario) {
        List<ClientOrderId> ids = scenario.sent.stream().map(OrderRequest::id).toList();
        assertThat(ids).as("client order ids").doesNotHaveDuplicates();
    }

    private static void everyPositionIsProtected(EngineScenario scenario) {
        for (LegRecord leg : legs(scenario)) {
            if (leg.state() == LegState.OPEN) {
                Quantity size = leg.position().size().abs();
                assertThat(resting(scenario, leg, OrderPurpose.STOP))
                        .as("stop of %s", leg.id())
                        .containsExactly(size);
                assertThat(resting(scenario, leg, OrderPurpose.TARGET))
                        .as("target of %s", leg.id())
                        .containsExactly(size);
            }
        }
    }

    private static void nothingIsLeftBehind(EngineScenario scenario) {
        for (LegRecord leg : legs(scenario)) {
            if (leg.state() == LegState.FLAT) {
                for (OrderPurpose purpose : OrderPurpose.values()) {
                    assertThat(resting(scenario, leg, purpose))
                            .as("%s orders of the flat %s", purpose, leg.id())
                            .isEmpty();
                }
            }
        }
    }

    private static List<Quantity> resting(EngineScenario scenario, LegRecord leg, OrderPurpose purpose) {
        LegId id = leg.id();
        return scenario.venue.of(leg.account()).resting().stream()
                .filter(order -> order.request.leg().equals(id) && order.request.purpose() == purpose)
                .map(order -> order.remaining)
                .toList();
    }
}
