package dev.sparkstacker.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.LegId;
import dev.sparkstacker.domain.LegRole;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.OrderPurpose;
import dev.sparkstacker.domain.OrderRequest;
import dev.sparkstacker.domain.Price;
import dev.sparkstacker.domain.Quantity;
import dev.sparkstacker.domain.Side;
import dev.sparkstacker.domain.SignedQuantity;
import dev.sparkstacker.domain.StrategyId;
import dev.sparkstacker.domain.TimeInForce;
import dev.sparkstacker.domain.output.Cause;
import dev.sparkstacker.domain.output.LegState;
import dev.sparkstacker.domain.output.OrderState;
import dev.sparkstacker.domain.output.Output;
import dev.sparkstacker.store.Store;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are shown right after a restart, before the engine has told anything new. */
class StateReplicaTest {
    private static final AccountId MAIN = new AccountId("main");
    private static final MarketId ETH = new MarketId("ETH");
    private static final Cause CAUSE = new Cause(7, 1_000, 2_000, "e1-7");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNewProcessShowsWhatTheOneBeforeLeftOpen() throws Exception {
        Output.LegChanged held = leg(LegRole.MAIN, LegState.OPEN, "-0.0034");
        Output.LegChanged flat = leg(LegRole.HEDGE, LegState.FLAT, "0");
        Output.OrderChanged stop = order(1, OrderState.RESTING);
        Output.OrderChanged done = order(2, OrderState.FILLED);
        StateReplica replica = new StateReplica();
        try (Store store = Store.open(folder.resolve("store.db"))) {
            store.projector().apply(List.of(held, flat, stop, done), 7);
            replica.goOnFrom(store.trading());
        }

        assertThat(replica.openLegs()).containsExactly(held);
        assertThat(replica.workingOrders()).containsExactly(stop);
    }

    private static Output.LegChanged leg(LegRole role, LegState state, String size) {
        boolean open = state != LegState.FLAT;
        return new Output.LegChanged(
                CAUSE,
                MAIN,
                new LegId(new StrategyId("macd-eth"), ETH, role),
                state,
                SignedQuantity.of(size),
                open ? Price.of("2320.8") : null,
                open ? Price.of("2436.8") : null,
                open ? Price.of("2088.7") : null,
                "");
    }

    private static Output.OrderChanged order(int index, OrderState state) {
        OrderRequest request = new OrderRequest(
                ClientOrderId.mint(1, 1, 7, index),
                new LegId(new StrategyId("macd-eth"), ETH, LegRole.MAIN),
                OrderPurpose.EXIT,
                Side.BUY,
                Quantity.of("0.0034"),
                Price.of("2500"),
                TimeInForce.IOC,
                true,
                null);
        boolean filled = state == OrderState.FILLED;
        return new Output.OrderChanged(
                CAUSE,
                MAIN,
                request,
                state,
                9L,
                filled ? Quantity.of("0.0034") : Quantity.ZERO,
                filled ? Price.of("2321") : null,
                "");
    }
}
