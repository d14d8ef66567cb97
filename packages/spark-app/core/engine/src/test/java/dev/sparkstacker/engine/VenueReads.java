package dev.sparkstacker.engine;

import dev.sparkstacker.domain.Bar;
import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.Leverage;
import dev.sparkstacker.domain.MarginMode;
import dev.sparkstacker.domain.Usd;
import dev.sparkstacker.domain.VenueOrder;
import dev.sparkstacker.domain.VenueOrderStatus;
import dev.sparkstacker.domain.VenuePosition;
import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import java.util.ArrayList;
import java.util.List;

/** What the venue answers when it is asked. */
record VenueReads(FakeClocks clocks) {
    Event status(VenueBooks books, Command.ReadOrderStatus read) {
        VenueBooks.Order order = books.order(read.order());
        List<Fill> fills = books.fills.stream()
                .filter(fill -> read.order().equals(fill.clientOrderId()))
                .toList();
        return new AnswerEvent.OrderStatusRead(
                read.account(),
                read.order(),
                order == null ? VenueOrderStatus.UNKNOWN_ORDER : order.status,
                order == null ? "unknownOid" : order.status.name(),
                order == null ? null : order.orderId,
                fills,
                clocks.venueTimeMs());
    }

    /** @param held what the positions are worth at mark prices, negative where more is owed than held */
    Event account(VenueBooks books, Command.ReadAccount read, Usd held) {
        List<VenuePosition> positions = new ArrayList<>();
        books.positions.forEach((market, size) -> {
            if (!size.isZero()) {
                positions.add(new VenuePosition(
                        market,
                        size,
                        books.averageEntry(market),
                        new Leverage(10),
                        MarginMode.ISOLATED,
                        Usd.ZERO,
                        Usd.ZERO,
                        null));
            }
        });
        List<VenueOrder> open = books.resting().stream()
                .map(order -> new VenueOrder(
                        order.orderId,
                        order.request.id(),
                        order.request.market(),
                        order.request.side(),
                        order.request.limit(),
                        order.remaining,
                        order.request.size(),
                        order.request.reduceOnly(),
                        order.request.trigger(),
                        clocks.venueTimeMs()))
                .toList();
        List<Fill> fills = books.fills.stream()
                .filter(fill -> fill.venueTimeMs() >= read.fillsFromMs())
                .toList();
        Usd value = books.value().plus(held);
        return new AccountEvent.AccountRead(
                read.account(), value, value, positions, open, fills, read.fillsFromMs(), clocks.venueTimeMs());
    }

    Event candles(List<Bar> bars, Command.ReadCandles read) {
        long now = clocks.venueTimeMs();
        List<Bar> found = bars.stream()
                .filter(bar -> bar.openTimeMs() >= read.fromMs())
                .filter(bar -> bar.openTimeMs() + read.interval().millis() <= now)
                .toList();
        return new MarketEvent.CandlesRead(read.market(), read.interval(), found, now);
    }
}
