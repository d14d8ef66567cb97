package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.domain.Fill;
import dev.sparkstacker.domain.event.AccountEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.port.EventSink;
import java.util.List;

/** A connector that loses every fill that is not of an order of ours, on the stream and in every reading. */
public record ForeignFillsLost(EventSink sink) implements EventSink {
    @Override
    public void publish(Event event) {
        switch (event) {
            case AccountEvent.FillReceived received when received.fill().clientOrderId() == null -> {
                // Lost: that is the bug.
            }
            case AccountEvent.AccountRead read ->
                sink.publish(new AccountEvent.AccountRead(
                        read.account(),
                        read.accountValue(),
                        read.withdrawable(),
                        read.positions(),
                        read.openOrders(),
                        ours(read.fills()),
                        read.fillsFromMs(),
                        read.readAtMs()));
            default -> sink.publish(event);
        }
    }

    private static List<Fill> ours(List<Fill> fills) {
        return fills.stream().filter(fill -> fill.clientOrderId() != null).toList();
    }
}
