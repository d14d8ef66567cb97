package dev.sparkstacker.hyperliquid.fake;

import static org.awaitility.Awaitility.await;

import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.port.EventSink;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Keeps every event and waits for those a scenario expects. */
public final class RecordedEvents implements EventSink {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final List<Event> events = new CopyOnWriteArrayList<>();

    @Override
    public void publish(Event event) {
        events.add(event);
    }

    public List<Event> all() {
        return List.copyOf(events);
    }

    public <E extends Event> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Waits until an event of the type came. */
    public <E extends Event> E await1(Class<E> type) {
        return await1(type, event -> true);
    }

    /** Waits until an event of the type came that fits. */
    public <E extends Event> E await1(Class<E> type, Predicate<E> fits) {
        await("an event " + type.getSimpleName())
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> of(type).stream().anyMatch(fits));
        return of(type).stream().filter(fits).findFirst().orElseThrow();
    }

    /** Waits until so many events of the type came. */
    public <E extends Event> List<E> awaitCount(Class<E> type, int count) {
        await(count + " events " + type.getSimpleName())
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> of(type).size() >= count);
        return of(type);
    }
}
