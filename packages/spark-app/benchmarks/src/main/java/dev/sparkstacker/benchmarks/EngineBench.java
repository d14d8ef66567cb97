package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.journal.MemoryJournal;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The engine's whole duty cycle on one thread: stamp, journal in memory, fold, tick, answer its account reads. */
@State(Scope.Thread)
public class EngineBench {
    private static final int BATCHES = 64;
    private static final int BATCH = 128;
    private static final long START_MS = 1_795_000_020_000L;

    private List<List<Event>> batches = List.of();
    private Rig rig = ready();

    private static Rig ready() {
        Rig rig = new Rig(START_MS, List.of(), MemoryJournal.forgetting(), place -> {}, nanos -> {});
        rig.start();
        return rig;
    }

    /** Builds the events. */
    @Setup
    public void build() {
        batches = MarketStream.batches(BATCHES, BATCH, START_MS);
        rig = ready();
    }

    /** Folds in all batches; venue time moves by a millisecond an event. */
    @Benchmark
    @OperationsPerInvocation(BATCHES * BATCH)
    public void events(Blackhole hole) {
        for (List<Event> batch : batches) {
            rig.clock().moveTo(rig.clock().venueTimeMs() + BATCH);
            rig.work(batch);
        }
        hole.consume(rig.agent().sequence());
    }
}
