package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.port.EventSink;
import java.util.List;

/** A connector that loses one fill in nine, wherever the venue tells it. */
public record DroppedFills(EventSink sink) implements EventSink {
    private static final int LOST = 9;

    private static boolean isLost(Fill fill) {
        return fill.tradeId() % LOST == 0;
    }

    private static List<Fill> without(List<Fill> fills) {
        return fills.stream().filter(fill -> !isLost(fill)).toList();
    }

    @Override
    public void publish(Event event) {
        switch (event) {
            case AccountEvent.FillReceived received when isLost(received.fill()) -> {
                // Lost: that is the bug.
            }
            case AccountEvent.AccountRead read ->
                sink.publish(new AccountEvent.AccountRead(
                        read.account(),
                        read.accountValue(),
                        read.withdrawable(),
                        read.positions(),
                        read.openOrders(),
                        without(read.fills()),
                        read.fillsFromMs(),
                        read.readAtMs()));
            case AnswerEvent.OrderStatusRead read ->
                sink.publish(new AnswerEvent.OrderStatusRead(
                        read.account(),
                        read.order(),
                        read.status(),
                        read.venueStatus(),
                        read.orderId(),
                        without(read.fills()),
                        read.readAtMs()));
            default -> sink.publish(event);
        }
    }
}
