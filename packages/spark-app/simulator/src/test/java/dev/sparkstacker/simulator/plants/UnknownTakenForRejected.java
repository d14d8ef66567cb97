package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.domain.event.AnswerEvent;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.port.EventSink;

/** A connector that calls an unanswered order rejected. */
public record UnknownTakenForRejected(EventSink sink) implements EventSink {
    @Override
    public void publish(Event event) {
        sink.publish(
                event instanceof AnswerEvent.OrderUnanswered unanswered
                        ? new AnswerEvent.OrderRejected(unanswered.account(), unanswered.order(), unanswered.detail())
                        : event);
    }
}
