package dev.sparkstacker.simulator.plants;

import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.port.EventSink;

/** A desk that never hands a halt on. */
public record DroppedHalts(EventSink sink) implements EventSink {
    @Override
    public void publish(Event event) {
        if (!(event instanceof OperatorEvent.HaltRequested)) {
            sink.publish(event);
        }
    }
}
