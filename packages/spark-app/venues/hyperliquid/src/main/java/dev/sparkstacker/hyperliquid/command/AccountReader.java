package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.command.Command.ReadAccount;
import dev.sparkstacker.domain.command.Command.ReadOrderStatus;
import dev.sparkstacker.domain.event.AccountEvent.AccountRead;
import dev.sparkstacker.domain.event.AccountEvent.AccountUnread;
import dev.sparkstacker.domain.event.AnswerEvent.OrderStatusRead;
import dev.sparkstacker.domain.event.AnswerEvent.OrderStatusUnread;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import dev.sparkstacker.hyperliquid.http.InfoClient;
import dev.sparkstacker.hyperliquid.http.ReadException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.mapping.AccountMapping;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.wire.OrderRef;
import dev.sparkstacker.wire.info.AssetPosition;
import dev.sparkstacker.wire.info.ClearinghouseState;
import dev.sparkstacker.wire.info.FrontendOrder;
import dev.sparkstacker.wire.info.HistoricalOrder;
import dev.sparkstacker.wire.info.InfoRequest;
import dev.sparkstacker.wire.info.OrderStatusAnswer;
import java.util.ArrayList;
import java.util.List;

/** Reads what the venue says of an account or of one order. Whatever fails makes the whole reading unread, never empty. */
final class AccountReader {
    /** The clocks of the reader and of the venue's blocks are never quite one. */
    private static final long MARGIN_MS = 2_000;

    private final InfoClient info;
    private final FillReader fills;
    private final VenueTime time;

    AccountReader(InfoClient info, VenueTime time) {
        this.info = info;
        this.fills = new FillReader(info);
        this.time = time;
    }

    /** Positions, open orders and fills. Fills are read last, so that none is missing that a position shows. */
    Event read(ReadAccount read, AccountAccess access) throws InterruptedException {
        long readAtMs = time.venueTimeMs();
        String user = access.address().text();
        try {
            List<FrontendOrder> orders = info.ask(new InfoRequest.FrontendOpenOrders(user, null), Priority.ASK);
            ClearinghouseState state = info.ask(new InfoRequest.Clearinghouse(user, null), Priority.ASK);
            List<Fill> recent = fills.read(access.address(), read.fillsFromMs());
            return new AccountRead(
                    access.id(),
                    AccountMapping.usd("account value", state.marginSummary().accountValue()),
                    AccountMapping.usd("withdrawable", state.withdrawable()),
                    positions(state),
                    orders(orders),
                    recent,
                    read.fillsFromMs(),
                    readAtMs);
        } catch (ReadException | Impossible e) {
            return new AccountUnread(access.id(), String.valueOf(e.getMessage()));
        }
    }

    private static List<VenuePosition> positions(ClearinghouseState state) throws Impossible {
        List<VenuePosition> positions = new ArrayList<>();
        for (AssetPosition asset : state.assetPositions()) {
            if (asset.position().szi().signum() != 0) {
                positions.add(AccountMapping.position(asset.position()));
            }
        }
        return List.copyOf(positions);
    }

    private static List<VenueOrder> orders(List<FrontendOrder> open) throws Impossible {
        List<VenueOrder> orders = new ArrayList<>();
        for (FrontendOrder order : open) {
            if (AccountMapping.isPerp(order.coin())) {
                orders.add(AccountMapping.order(order));
            }
        }
        return List.copyOf(orders);
    }

    /** One order by client id, with every fill that carries that id. Fills are read last: they prove what a record may not. */
    Event read(ReadOrderStatus read, AccountAccess access) throws InterruptedException {
        long readAtMs = time.venueTimeMs();
        String user = access.address().text();
        try {
            OrderStatusAnswer answer = info.ask(
                    new InfoRequest.StatusOfOrder(
                            user, new OrderRef.Cloid(read.order().toString())),
                    Priority.ASK);
            List<Fill> own = fills.read(access.address(), read.placedAtMs() - MARGIN_MS).stream()
                    .filter(fill -> read.order().equals(fill.clientOrderId()))
                    .toList();
            return switch (answer) {
                case OrderStatusAnswer.Found(HistoricalOrder found) -> found(read, found, own, readAtMs);
                case OrderStatusAnswer.UnknownOid _ ->
                    new OrderStatusRead(
                            read.account(),
                            read.order(),
                            VenueOrderStatus.UNKNOWN_ORDER,
                            "unknownOid",
                            null,
                            own,
                            readAtMs);
            };
        } catch (ReadException e) {
            return new OrderStatusUnread(read.account(), read.order(), String.valueOf(e.getMessage()));
        }
    }

    private static Event found(ReadOrderStatus read, HistoricalOrder found, List<Fill> own, long readAtMs) {
        String venueStatus = found.status().name();
        long orderId = found.order().oid();
        return AccountMapping.status(found.status())
                .<Event>map(status ->
                        new OrderStatusRead(read.account(), read.order(), status, venueStatus, orderId, own, readAtMs))
                .orElseGet(() -> new OrderStatusUnread(
                        read.account(),
                        read.order(),
                        "order " + orderId + " has the undocumented status " + venueStatus));
    }
}
