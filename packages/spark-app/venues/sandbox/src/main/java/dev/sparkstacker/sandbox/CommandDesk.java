package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.ActionResult;
import dev.sparkstacker.sandbox.exchange.ActionResult.OrderResult;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Market;
import dev.sparkstacker.sandbox.exchange.OrderTicket;
import dev.sparkstacker.sandbox.exchange.VenueAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries out the product's commands at the exchange and answers them with the product's events. */
final class CommandDesk {
    private final Exchange exchange;
    private final AccountNames names;
    private final EventSink sink;

    CommandDesk(Exchange exchange, AccountNames names, EventSink sink) {
        this.exchange = exchange;
        this.names = names;
        this.sink = sink;
    }

    private void act(AccountId account, VenueAction action, long validUntilMs, Consumer<ActionResult> reply) {
        exchange.submit(names.account(exchange, account).address(), action, exchange.nowMs(), validUntilMs, reply);
    }

    void place(Command.PlaceOrders place) {
        List<OrderTicket> tickets = new ArrayList<>();
        List<ClientOrderId> ids = new ArrayList<>();
        place.orders().forEach(approved -> {
            tickets.add(DomainTranslation.ticket(
                    approved.order(), market(approved.order().market())));
            ids.add(approved.order().id());
        });
        act(
                place.account(),
                new VenueAction.Place(tickets, VenueAction.Grouping.NONE),
                place.expiresAfterMs(),
                result -> {
                    for (int i = 0; i < ids.size(); i++) {
                        sink.publish(placed(place.account(), ids.get(i), result, i));
                    }
                });
    }

    private static Event placed(AccountId account, ClientOrderId id, ActionResult result, int index) {
        if (result instanceof ActionResult.Refused(String text)) {
            return new AnswerEvent.OrderRejected(account, id, text);
        }
        if (!(result instanceof ActionResult.Orders(List<OrderResult> results))) {
            throw new IllegalStateException("Not an answer to orders: " + result);
        }
        return switch (results.get(index)) {
            case OrderResult.Resting resting -> new AnswerEvent.OrderResting(account, id, resting.oid());
            case OrderResult.Filled filled ->
                new AnswerEvent.OrderExecuted(account, id, filled.oid(), filled.size(), filled.averagePrice());
            case OrderResult.Failed failed -> new AnswerEvent.OrderRejected(account, id, failed.text());
            case OrderResult.WaitingForFill waiting -> new AnswerEvent.OrderResting(account, id, waiting.oid());
            case OrderResult.WaitingForTrigger waiting -> new AnswerEvent.OrderResting(account, id, waiting.oid());
        };
    }

    void cancel(Command.CancelOrders cancel) {
        int asset = market(cancel.market()).assetId();
        List<VenueAction.CancelTarget> targets = cancel.orders().stream()
                .map(id -> new VenueAction.CancelTarget(asset, new VenueAction.Target.ByCloid(id)))
                .toList();
        act(cancel.account(), new VenueAction.Cancel(targets), Long.MAX_VALUE, result -> {
            for (int i = 0; i < cancel.orders().size(); i++) {
                ClientOrderId id = cancel.orders().get(i);
                Optional<String> error = switch (result) {
                    case ActionResult.Cancels(List<Optional<String>> errors) -> errors.get(i);
                    case ActionResult.Refused(String text) -> Optional.of(text);
                    case ActionResult.Orders _,
                            ActionResult.Done _,
                            ActionResult.SubAccountCreated _,
                            ActionResult.TwapRunning _,
                            ActionResult.TwapRefused _,
                            ActionResult.TwapCanceled _ ->
                        throw new IllegalStateException("Not an answer to a cancel: " + result);
                };
                sink.publish(
                        error.isEmpty()
                                ? new AnswerEvent.CancelAccepted(cancel.account(), id)
                                : new AnswerEvent.CancelRejected(cancel.account(), id, error.get()));
            }
        });
    }

    void setLeverage(Command.SetLeverage set) {
        Market market = market(set.market());
        VenueAction action = new VenueAction.UpdateLeverage(
                market.assetId(),
                set.marginMode() == MarginMode.CROSS,
                set.leverage().times());
        act(set.account(), action, Long.MAX_VALUE, result -> {
            if (result instanceof ActionResult.Refused(String text)) {
                sink.publish(new AnswerEvent.LeverageUnconfirmed(set.account(), set.market(), text));
            } else {
                Account.LeverageSetting setting =
                        names.account(exchange, set.account()).leverage(market);
                sink.publish(new AnswerEvent.LeverageConfirmed(
                        set.account(), set.market(), new Leverage(setting.leverage()), setting.mode()));
            }
        });
    }

    void cancelForeign(Command.CancelForeignOrder cancel) {
        VenueAction.Target target = new VenueAction.Target.ByOid(cancel.orderId());
        VenueAction action = new VenueAction.Cancel(
                List.of(new VenueAction.CancelTarget(market(cancel.market()).assetId(), target)));
        act(cancel.account(), action, Long.MAX_VALUE, _ -> {});
    }

    private Market market(MarketId id) {
        Market market = exchange.market(id);
        if (market == null) {
            throw new IllegalArgumentException("No such market: " + id);
        }
        return market;
    }
}
