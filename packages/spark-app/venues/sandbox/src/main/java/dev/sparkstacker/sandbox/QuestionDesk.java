package dev.sparkstacker.sandbox;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.MarketId;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.domain.port.EventSink;
import dev.sparkstacker.sandbox.exchange.Account;
import dev.sparkstacker.sandbox.exchange.Exchange;
import dev.sparkstacker.sandbox.exchange.Order;
import dev.sparkstacker.sandbox.price.CandleStore;
import java.util.List;
import java.util.function.Function;

/** Answers what the product asks of the exchange. */
final class QuestionDesk {
    private final Exchange exchange;
    private final AccountNames names;
    private final Function<MarketId, CandleStore> candles;
    private final EventSink sink;

    QuestionDesk(Exchange exchange, AccountNames names, Function<MarketId, CandleStore> candles, EventSink sink) {
        this.exchange = exchange;
        this.names = names;
        this.candles = candles;
        this.sink = sink;
    }

    void answer(Command.Ask question) {
        switch (question) {
            case Command.ReadOrderStatus read -> sink.publish(orderStatus(read));
            case Command.ReadAccount read -> sink.publish(readAccount(read));
            case Command.ReadCandles read -> sink.publish(readCandles(read));
        }
    }

    private Event orderStatus(Command.ReadOrderStatus read) {
        Account account = names.account(exchange, read.account());
        Order order = account.order(read.order());
        return new AnswerEvent.OrderStatusRead(
                read.account(),
                read.order(),
                order == null ? VenueOrderStatus.UNKNOWN_ORDER : DomainTranslation.status(order.status()),
                order == null ? "unknownOid" : order.status().text(),
                order == null ? null : order.oid(),
                DomainTranslation.fillsOf(account, read.order(), read.placedAtMs()),
                exchange.nowMs());
    }

    private Event readAccount(Command.ReadAccount read) {
        Account account = names.account(exchange, read.account());
        List<VenuePosition> positions = account.positions().stream()
                .map(position -> DomainTranslation.position(exchange, account, position))
                .toList();
        List<VenueOrder> orders =
                account.openOrders().stream().map(DomainTranslation::order).toList();
        return new AccountEvent.AccountRead(
                read.account(),
                exchange.margin().accountValue(account),
                exchange.buyingPower().withdrawable(account),
                positions,
                orders,
                DomainTranslation.fillsSince(account, read.fillsFromMs()),
                read.fillsFromMs(),
                exchange.nowMs());
    }

    private Event readCandles(Command.ReadCandles read) {
        long closedBefore = read.interval().openTimeMs(exchange.nowMs());
        List<Bar> bars = candles.apply(read.market()).bars(read.interval(), read.fromMs(), closedBefore - 1, 5_000);
        return new MarketEvent.CandlesRead(read.market(), read.interval(), bars, closedBefore);
    }
}
