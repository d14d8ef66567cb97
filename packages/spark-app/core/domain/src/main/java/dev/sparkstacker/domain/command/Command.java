package dev.sparkstacker.domain.command;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Interval;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.codec.WireId;
import java.util.List;

/** Something the engine wants done. It is journaled before it leaves; its answer comes back as an event. */
public sealed interface Command {
    /** Commands that change something at the venue. */
    sealed interface Act extends Command {
        AccountId account();

        /** Whether it can only make risk smaller; such a command leaves even when the journal cannot be written. */
        boolean reducesRisk();
    }

    /** Commands that only read. */
    sealed interface Ask extends Command {}

    /**
     * Place orders in one action.
     *
     * @param expiresAfterMs venue time after which the venue must refuse them
     */
    @WireId(1)
    record PlaceOrders(AccountId account, List<ApprovedOrder> orders, long expiresAfterMs) implements Act {
        @Override
        public boolean reducesRisk() {
            return orders.stream().allMatch(approved -> approved.order().reduceOnly());
        }
    }

    /** Cancel orders of one market by client id. */
    @WireId(2)
    record CancelOrders(AccountId account, MarketId market, List<ClientOrderId> orders) implements Act {
        @Override
        public boolean reducesRisk() {
            return true;
        }
    }

    /** Cancel an order that carries no client id of ours, by the venue's id. */
    @WireId(3)
    record CancelForeignOrder(AccountId account, MarketId market, long orderId) implements Act {
        @Override
        public boolean reducesRisk() {
            return true;
        }
    }

    /** Set leverage and margin mode, then read them back. */
    @WireId(4)
    record SetLeverage(AccountId account, MarketId market, Leverage leverage, MarginMode marginMode) implements Act {
        @Override
        public boolean reducesRisk() {
            return false;
        }
    }

    /** Ask the venue what became of an order; {@code placedAtMs} is the venue time from when on fills are searched */
    @WireId(5)
    record ReadOrderStatus(AccountId account, ClientOrderId order, long placedAtMs) implements Ask {}

    /** Read positions, open orders and fills of an account together. */
    @WireId(6)
    record ReadAccount(AccountId account, long fillsFromMs) implements Ask {}

    /** Read closed bars; {@code fromMs} is the first open time wanted */
    @WireId(7)
    record ReadCandles(MarketId market, Interval interval, long fromMs) implements Ask {}
}
