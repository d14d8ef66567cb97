package dev.sparkstacker.sandbox.server;

import dev.sparkstacker.wire.info.Fill;
import dev.sparkstacker.wire.info.HistoricalOrder;
import dev.sparkstacker.wire.info.LedgerUpdate;
import dev.sparkstacker.wire.info.TwapRecord;
import dev.sparkstacker.wire.info.TwapSliceFill;
import dev.sparkstacker.wire.json.Shape;
import dev.sparkstacker.wire.ws.LedgerData;
import dev.sparkstacker.wire.ws.OrderHistoryData;
import dev.sparkstacker.wire.ws.OrderUpdate;
import dev.sparkstacker.wire.ws.Subscription;
import dev.sparkstacker.wire.ws.TwapSliceFillsData;
import dev.sparkstacker.wire.ws.UserEvent;
import dev.sparkstacker.wire.ws.UserFillsData;
import dev.sparkstacker.wire.ws.UserFundingItem;
import dev.sparkstacker.wire.ws.UserFundingsData;
import dev.sparkstacker.wire.ws.WsMessage;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What happened to one account since the last flush, and which messages tell it. */
final class AccountNews {
    final List<OrderUpdate> updates = new ArrayList<>();
    final List<HistoricalOrder> orders = new ArrayList<>();
    final List<Fill> fills = new ArrayList<>();
    final List<UserFundingItem> fundings = new ArrayList<>();
    final List<LedgerUpdate> ledger = new ArrayList<>();
    final List<UserEvent> events = new ArrayList<>();
    final List<UserEvent.CanceledOrder> cancels = new ArrayList<>();
    final List<TwapSliceFill> sliceFills = new ArrayList<>();
    final List<TwapRecord> twaps = new ArrayList<>();

    /** The messages for a subscription of this account; none for one that does not tell news. */
    List<WsMessage> messages(Subscription subscription, String user) {
        return switch (subscription) {
            case Subscription.OrderUpdates _ -> some(updates, new WsMessage.OrderUpdates(updates));
            case Subscription.UserEvents _ -> userEvents();
            case Subscription.UserFills _ -> some(fills, new WsMessage.UserFills(new UserFillsData(user, fills, null)));
            case Subscription.UserFundings _ ->
                some(fundings, new WsMessage.UserFundings(new UserFundingsData(user, fundings, null)));
            case Subscription.UserNonFundingLedgerUpdates _ ->
                some(ledger, new WsMessage.LedgerUpdates(new LedgerData(user, ledger, null)));
            case Subscription.UserHistoricalOrders _ ->
                some(orders, new WsMessage.OrderHistory(new OrderHistoryData(user, orders, null)));
            case Subscription.UserTwapSliceFills _ ->
                some(sliceFills, new WsMessage.TwapSliceFills(new TwapSliceFillsData(user, sliceFills, null)));
            case Subscription.UserTwapHistory _ ->
                some(twaps, TopicWriter.raw("userTwapHistory", TwapViews.historyMessage(user, twaps, false)));
            default -> List.of(); // states, which are told whole, and notifications, of which the sandbox has none
        };
    }

    private static List<WsMessage> some(List<?> news, WsMessage message) {
        return news.isEmpty() ? List.of() : List.of(message);
    }

    private List<WsMessage> userEvents() {
        List<WsMessage> messages = new ArrayList<>();
        if (!fills.isEmpty()) {
            messages.add(new WsMessage.User(new UserEvent.Fills(fills)));
        }
        events.forEach(event -> messages.add(new WsMessage.User(event)));
        if (!cancels.isEmpty()) {
            messages.add(new WsMessage.User(new UserEvent.NonUserCancel(cancels)));
        }
        if (!sliceFills.isEmpty()) {
            messages.add(new WsMessage.User(new UserEvent.TwapSliceFills(sliceFills)));
        }
        if (!twaps.isEmpty()) {
            ObjectNode history = JsonNodeFactory.instance.objectNode();
            history.set("twapHistory", Shape.listOf(TwapRecord.class).write(twaps));
            messages.add(new WsMessage.User(new UserEvent.Other(history)));
        }
        return messages;
    }
}
