package dev.sparkstacker.hyperliquid.command;

import dev.sparkstacker.domain.AccountId;
import dev.sparkstacker.domain.ApprovedOrder;
import dev.sparkstacker.domain.ClientOrderId;
import dev.sparkstacker.domain.Instrument;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.command.Command.CancelForeignOrder;
import dev.sparkstacker.domain.command.Command.CancelOrders;
import dev.sparkstacker.domain.command.Command.PlaceOrders;
import dev.sparkstacker.domain.command.Command.SetLeverage;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.AnswerEvent.CancelAccepted;
import dev.sparkstacker.domain.event.AnswerEvent.CancelRejected;
import dev.sparkstacker.domain.event.AnswerEvent.CancelUnanswered;
import dev.sparkstacker.domain.event.AnswerEvent.OrderRejected;
import dev.sparkstacker.domain.event.AnswerEvent.OrderUnanswered;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.hyperliquid.AccountAccess;
import dev.sparkstacker.hyperliquid.ConnectorListener;
import dev.sparkstacker.hyperliquid.http.ActReply;
import dev.sparkstacker.hyperliquid.http.ExchangeClient;
import dev.sparkstacker.hyperliquid.http.SignedAct;
import dev.sparkstacker.hyperliquid.limits.NonceException;
import dev.sparkstacker.hyperliquid.limits.Priority;
import dev.sparkstacker.hyperliquid.mapping.InstrumentTable;
import dev.sparkstacker.hyperliquid.mapping.OrderMapping;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.BatchOutcome;
import dev.sparkstacker.wire.exchange.CancelReply;
import dev.sparkstacker.wire.exchange.CancelSpec;
import dev.sparkstacker.wire.exchange.CloidCancelSpec;
import dev.sparkstacker.wire.exchange.Grouping;
import dev.sparkstacker.wire.exchange.OrderReply;
import dev.sparkstacker.wire.exchange.OrderSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Carries out acts and turns what is known afterwards into answers, one for each order.
 *
 * <pre>
 *  venue's answer                              order                cancel
 *  element accepted                            Resting | Executed   Accepted
 *  element error, one error for the batch,     Rejected             Rejected if there was nothing to cancel,
 *    or status err                                                    else Unanswered: the order may still live
 *  not taken (never left, turned away unread)  Rejected             Unanswered
 *  anything else                               Unanswered           Unanswered
 * </pre>
 */
final class Acts {
    private static final String NOTHING_TO_CANCEL = "Order was never placed, already canceled, or filled";

    private final ExchangeClient exchange;
    private final LeverageSetter leverage;
    private final InstrumentTable instruments;
    private final EventSink sink;
    private final ConnectorListener listener;
    private final SignedAhead ahead;

    Acts(
            ExchangeClient exchange,
            LeverageSetter leverage,
            InstrumentTable instruments,
            EventSink sink,
            ConnectorListener listener,
            SignedAhead ahead) {
        this.exchange = exchange;
        this.leverage = leverage;
        this.instruments = instruments;
        this.sink = sink;
        this.listener = listener;
        this.ahead = ahead;
    }

    /** Does beforehand what an act's sending need not wait for. */
    void prepare(Command.Act act, AccountPort port) {
        if (act instanceof PlaceOrders place) {
            ahead.begin(place, () -> sign(place, port));
        }
    }

    /** Carries out one act and publishes its answers. */
    void run(Command.Act act, AccountPort port) throws InterruptedException {
        switch (act) {
            case PlaceOrders place -> place(place, port);
            case CancelOrders cancel -> cancel(cancel, port);
            case CancelForeignOrder cancel -> cancelForeign(cancel, port);
            case SetLeverage set -> sink.publish(leverage.set(set, port, assetId(set.market())));
        }
    }

    /** The answers to an act of which nothing is known, because carrying it out failed in an unforeseen way. */
    void unanswered(Command.Act act, String detail) {
        switch (act) {
            case PlaceOrders place ->
                publish(
                        place.account(),
                        ids(place.orders()),
                        (account, id) -> new OrderUnanswered(account, id, detail));
            case CancelOrders cancel -> publishCancels(cancel, detail);
            case CancelForeignOrder cancel -> finished(cancel, false, detail);
            case SetLeverage set ->
                sink.publish(new AnswerEvent.LeverageUnconfirmed(set.account(), set.market(), detail));
        }
    }

    private SignedAct sign(PlaceOrders place, AccountPort port) throws NonceException {
        List<OrderSpec> specs = new ArrayList<>();
        for (ApprovedOrder approved : place.orders()) {
            specs.add(
                    OrderMapping.spec(approved.order(), assetId(approved.order().market())));
        }
        return sign(port, new Action.Order(specs, Grouping.NONE, null), place.expiresAfterMs());
    }

    private void place(PlaceOrders place, AccountPort port) throws InterruptedException {
        SignedAct signed = ahead.take(place);
        ActReply reply = port.send(exchange, () -> signed == null ? sign(place, port) : signed, priority(place), sink);
        AccountId account = place.account();
        List<ClientOrderId> ids = ids(place.orders());
        switch (reply) {
            case ActReply.NotTaken(String detail) ->
                publish(account, ids, (of, id) -> new OrderRejected(of, id, detail));
            case ActReply.Unknown(String detail) ->
                publish(account, ids, (of, id) -> new OrderUnanswered(of, id, detail));
            case ActReply.Answered(var response) -> answer(account, ids, BatchOutcome.ofOrders(response, ids.size()));
        }
    }

    private void answer(AccountId account, List<ClientOrderId> ids, BatchOutcome<OrderReply> outcome) {
        switch (outcome) {
            case BatchOutcome.PerElement<OrderReply>(List<OrderReply> replies) -> {
                for (int i = 0; i < ids.size(); i++) {
                    sink.publish(OrderMapping.answer(account, ids.get(i), replies.get(i)));
                }
            }
            case BatchOutcome.AllFailed<OrderReply>(String message) ->
                publish(account, ids, (of, id) -> new OrderRejected(of, id, message));
            case BatchOutcome.Mismatched<OrderReply>(String detail) ->
                publish(account, ids, (of, id) -> new OrderUnanswered(of, id, detail));
        }
    }

    private void cancel(CancelOrders cancel, AccountPort port) throws InterruptedException {
        int asset = assetId(cancel.market());
        List<CloidCancelSpec> specs = cancel.orders().stream()
                .map(id -> new CloidCancelSpec(asset, id.toString()))
                .toList();
        ActReply reply = port.send(
                exchange, () -> sign(port, new Action.CancelByCloid(specs, false), null), Priority.RISK_REDUCING, sink);
        switch (reply) {
            case ActReply.NotTaken(String detail) -> publishCancels(cancel, detail);
            case ActReply.Unknown(String detail) -> publishCancels(cancel, detail);
            case ActReply.Answered(var response) -> answer(cancel, BatchOutcome.ofCancels(response, specs.size()));
        }
    }

    private void answer(CancelOrders cancel, BatchOutcome<CancelReply> outcome) {
        switch (outcome) {
            case BatchOutcome.PerElement<CancelReply>(List<CancelReply> replies) -> {
                for (int i = 0; i < replies.size(); i++) {
                    ClientOrderId id = cancel.orders().get(i);
                    sink.publish(
                            switch (replies.get(i)) {
                                case CancelReply.Success _ -> new CancelAccepted(cancel.account(), id);
                                case CancelReply.Failed(String message) -> refused(cancel.account(), id, message);
                            });
                }
            }
            case BatchOutcome.AllFailed<CancelReply>(String message) ->
                publish(cancel.account(), cancel.orders(), (account, id) -> refused(account, id, message));
            case BatchOutcome.Mismatched<CancelReply>(String detail) -> publishCancels(cancel, detail);
        }
    }

    private static AnswerEvent refused(AccountId account, ClientOrderId id, String message) {
        return message.startsWith(NOTHING_TO_CANCEL)
                ? new CancelRejected(account, id, message)
                : new CancelUnanswered(account, id, "the cancel was refused: " + message);
    }

    private void publishCancels(CancelOrders cancel, String detail) {
        publish(cancel.account(), cancel.orders(), (account, id) -> new CancelUnanswered(account, id, detail));
    }

    private void cancelForeign(CancelForeignOrder cancel, AccountPort port) throws InterruptedException {
        CancelSpec spec = new CancelSpec(assetId(cancel.market()), cancel.orderId());
        ActReply reply = port.send(
                exchange,
                () -> sign(port, new Action.Cancel(List.of(spec), false), null),
                Priority.RISK_REDUCING,
                sink);
        switch (reply) {
            case ActReply.NotTaken(String detail) -> finished(cancel, false, detail);
            case ActReply.Unknown(String detail) -> finished(cancel, false, detail);
            case ActReply.Answered(var response) -> {
                BatchOutcome<CancelReply> outcome = BatchOutcome.ofCancels(response, 1);
                boolean accepted = outcome instanceof BatchOutcome.PerElement<CancelReply>(List<CancelReply> replies)
                        && replies.getFirst() instanceof CancelReply.Success;
                finished(cancel, accepted, accepted ? "" : outcome.toString());
            }
        }
    }

    private void finished(CancelForeignOrder cancel, boolean accepted, String detail) {
        listener.actFinished(cancel.account().name(), "cancel " + cancel.orderId(), accepted, detail);
    }

    private SignedAct sign(AccountPort port, Action action, @Nullable Long expiresAfterMs) throws NonceException {
        AccountAccess access = port.access();
        return exchange.sign(access.signer(), port.nonces(), action, access.vault(), expiresAfterMs);
    }

    private int assetId(MarketId market) {
        return instruments
                .find(market)
                .map(Instrument::assetId)
                .orElseThrow(() -> new IllegalArgumentException("The venue has no market " + market));
    }

    private static Priority priority(Command.Act act) {
        return act.reducesRisk() ? Priority.RISK_REDUCING : Priority.ACT;
    }

    private void publish(
            AccountId account, List<ClientOrderId> ids, BiFunction<AccountId, ClientOrderId, AnswerEvent> answer) {
        for (ClientOrderId id : ids) {
            sink.publish(answer.apply(account, id));
        }
    }

    private static List<ClientOrderId> ids(List<ApprovedOrder> orders) {
        return orders.stream().map(approved -> approved.order().id()).toList();
    }
}
