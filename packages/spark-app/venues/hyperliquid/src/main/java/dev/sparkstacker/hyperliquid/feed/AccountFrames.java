package dev.sparkstacker.hyperliquid.feed;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.ConnectorListener.DropReason;
import dev.sparkstacker.hyperliquid.clock.VenueTime;
import dev.sparkstacker.hyperliquid.mapping.AccountMapping;
import dev.sparkstacker.hyperliquid.mapping.AccountUpdates;
import dev.sparkstacker.hyperliquid.mapping.Impossible;
import dev.sparkstacker.hyperliquid.socket.FrameHandler;
import dev.sparkstacker.wire.info.Fill;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.json.WireException;
import dev.sparkstacker.wire.ws.LedgerData;
import dev.sparkstacker.wire.ws.OrderUpdate;
import dev.sparkstacker.wire.ws.UserEvent;
import dev.sparkstacker.wire.ws.UserFillsData;
import dev.sparkstacker.wire.ws.UserFundingItem;
import dev.sparkstacker.wire.ws.UserFundingsData;
import dev.sparkstacker.wire.ws.WsMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Frames of one account's connection to events. The connection belongs to one account only, because two of its channels do
 * not say whose message it is. Snapshots repeat what was told before; the engine sorts that out by id.
 */
final class AccountFrames implements FrameHandler {
    private final AccountAccess access;
    private final EventSink sink;
    private final FrameReport report;
    private final VenueTime time;
    private final LedgerFrames ledger;
    private boolean wasUp;

    AccountFrames(AccountAccess access, EventSink sink, FrameReport report, VenueTime time) {
        this.access = access;
        this.sink = sink;
        this.report = report;
        this.time = time;
        this.ledger = new LedgerFrames(access, sink, report);
    }

    @Override
    public Heard frame(String text) {
        if (Greeting.is(text)) {
            return Heard.DATA;
        }
        try {
            return use(WsMessage.read(Json.parse(text)), text.length());
        } catch (WireException e) {
            report.received("unreadable", text.length());
            report.malformed(e.reason().name(), String.valueOf(e.getMessage()));
        } catch (Impossible e) {
            report.malformed(e);
        }
        return Heard.DATA;
    }

    private Heard use(WsMessage message, int characters) throws Impossible {
        report.received(Channels.of(message), characters);
        switch (message) {
            case WsMessage.OrderUpdates(List<OrderUpdate> updates) -> orders(updates);
            case WsMessage.UserFills(UserFillsData data) -> fills(data);
            case WsMessage.UserFundings(UserFundingsData data) -> fundings(data);
            case WsMessage.LedgerUpdates(LedgerData data) -> ledger(data);
            case WsMessage.User(UserEvent event) -> userEvent(event);
            case WsMessage.Pong _ -> {
                return Heard.PONG;
            }
            case WsMessage.Subscribed _ -> {
                return Heard.ACKNOWLEDGED;
            }
            case WsMessage.Failed(String text) -> report.complained(text);
            case WsMessage other -> report.dropped(Channels.of(other), DropReason.NOT_SUBSCRIBED);
        }
        return Heard.DATA;
    }

    private void orders(List<OrderUpdate> updates) throws Impossible {
        for (OrderUpdate update : updates) {
            if (!AccountMapping.isPerp(update.order().coin())) {
                continue;
            }
            observe(update.statusTimestamp());
            Optional<VenueOrderStatus> status = AccountMapping.status(update.status());
            if (status.isEmpty()) {
                report.malformed("UNKNOWN_STATUS", "order " + update.order().oid() + " is '" + update.status() + "'");
                continue;
            }
            sink.publish(AccountUpdates.order(access.id(), update, status.get()));
        }
    }

    private void fills(UserFillsData data) throws Impossible {
        if (isForeign(data.user(), "userFills")) {
            return;
        }
        List<Fill> oldestFirst = data.fills().stream()
                .sorted(Comparator.comparingLong(Fill::time))
                .toList();
        for (Fill fill : oldestFirst) {
            if (AccountMapping.isPerp(fill.coin())) {
                observe(fill.time());
                sink.publish(new AccountEvent.FillReceived(access.id(), AccountMapping.fill(fill, access.address())));
            }
        }
    }

    private void fundings(UserFundingsData data) throws Impossible {
        if (isForeign(data.user(), "userFundings")) {
            return;
        }
        for (UserFundingItem item : data.fundings()) {
            if (AccountMapping.isPerp(item.coin())) {
                sink.publish(AccountUpdates.funding(access.id(), item));
            }
        }
    }

    private void ledger(LedgerData data) {
        if (!isForeign(data.user(), "userNonFundingLedgerUpdates")) {
            ledger.tell(data);
        }
    }

    /** Fills and funding come on channels of their own, with a snapshot after a gap; a liquidation is told here at once. */
    private void userEvent(UserEvent event) throws Impossible {
        if (event instanceof UserEvent.Liquidation liquidation
                && liquidation
                        .liquidatedUser()
                        .toLowerCase(Locale.ROOT)
                        .equals(access.address().text())) {
            AccountId account = access.id();
            sink.publish(new AccountEvent.LiquidationReported(
                    account,
                    AccountMapping.usd("liquidated notional", liquidation.liquidatedNtlPos()),
                    AccountMapping.usd("liquidated account value", liquidation.liquidatedAccountValue())));
        }
    }

    private boolean isForeign(String user, String channel) {
        boolean foreign = !user.toLowerCase(Locale.ROOT).equals(access.address().text());
        if (foreign) {
            report.dropped(channel, DropReason.NOT_SUBSCRIBED);
        }
        return foreign;
    }

    /** What happened to our orders is never dropped for its time; a time too far ahead only does not move the estimate. */
    private void observe(long timeMs) {
        if (!time.observeFrame(timeMs)) {
            report.complained("an account frame with a time far ahead of the venue's: " + timeMs);
        }
    }

    @Override
    public void unreadable(String reason, String detail) {
        report.received("unreadable", 0);
        report.malformed(reason, detail);
    }

    @Override
    public void up() {
        wasUp = true;
        report.up();
    }

    @Override
    public void down(String detail) {
        if (wasUp) {
            wasUp = false;
            report.down(detail);
        }
    }
}
