package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.MarketEvent;
import dev.sparkstacker.journal.MemoryJournal;
import dev.sparkstacker.wire.feed.FrameParser;
import java.util.List;

/** The work of the processor between the bytes of a frame and the bytes of an order, all on one thread. */
final class FrameToOrder implements Measurement {
    private long orders;
    private long bytes;

    @Override
    public String name() {
        return "frame-to-order";
    }

    @Override
    public String about() {
        return "CPU work from websocket frame bytes to signed order bytes, one thread";
    }

    @Override
    public boolean ownJvm() {
        return true;
    }

    @Override
    public List<Figure> measure(Effort effort) {
        OrderBytes encoder = new OrderBytes();
        Crossover moment = new Crossover(
                MemoryJournal.forgetting(),
                place -> {
                    bytes += encoder.of(place).length;
                    orders++;
                },
                nanos -> {});
        FrameParser parser = new FrameParser();
        FrameEvents listener = new FrameEvents(event -> fold(moment, event));
        for (int i = 0; i < effort.warmUpSamples(); i++) {
            sample(moment, parser, listener);
        }
        Percentiles latencies = new Percentiles();
        for (int i = 0; i < effort.samples(); i++) {
            latencies.record(sample(moment, parser, listener));
        }
        String note = latencies.count() + " crossovers, each from the same saved state; max "
                + Target.amount(latencies.maxMicros()) + " µs; " + bytes / orders
                + " bytes an order; journal in memory";
        return List.of(
                Figure.of("CPU frame → signed order, p50", latencies.micros(50), "µs", new Target.LessThan(100), note),
                Figure.of("CPU frame → signed order, p99", latencies.micros(99), "µs", new Target.LessThan(250), ""));
    }

    private long sample(Crossover moment, FrameParser parser, FrameEvents listener) {
        moment.restore();
        long ordersBefore = orders;
        long began = System.nanoTime();
        parser.parse(moment.frame(), listener);
        long nanos = System.nanoTime() - began;
        if (orders != ordersBefore + 1) {
            throw new IllegalStateException("The crossover sent " + (orders - ordersBefore) + " orders, expected one");
        }
        return nanos;
    }

    private static void fold(Crossover moment, MarketEvent event) {
        List<Event> batch = List.of(event);
        moment.rig().agent().doWork(batch);
    }
}
