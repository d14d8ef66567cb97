package dev.sparkstacker.domain.port;

import dev.sparkstacker.domain.event.Event;

/** Where adapters hand in what happened. */
public interface EventSink {
    /**
     * Hands in an event. Book updates may be conflated when the engine is behind; account events and answers never
     * are, they make the caller wait.
     */
    void publish(Event event);
}
