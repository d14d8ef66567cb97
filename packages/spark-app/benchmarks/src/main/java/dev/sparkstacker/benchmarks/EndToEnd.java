package dev.sparkstacker.benchmarks;

import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.JournalSettings;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.wire.feed.FrameParser;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * From the bytes of a frame to the bytes of a signed order as the product does it: across threads, with the journal on
 * a disk and forced before anything leaves.
 *
 * <pre>
 *                                                                 ┌► virtual thread: sign ─────┐
 *  feed thread: parse ─► bounded queue ─► engine thread: journal, engine, force ─► lane ─► virtual thread: bytes
 *  └──────────────────────────────────────── measured ───────────────────────────────────────────────────────┘
 * </pre>
 */
final class EndToEnd implements Measurement {
    private static final long PACE_NANOS = 5_000_000;
    private static final int WARM_UP = 2_000;

    @Override
    public String name() {
        return "end-to-end";
    }

    @Override
    public String about() {
        return "frame bytes to signed order bytes across threads, journal forced on a real disk";
    }

    @Override
    public boolean ownJvm() {
        return true;
    }

    @Override
    public List<Figure> measure(Effort effort) throws Exception {
        Path folder = Folders.scratch("end-to-end");
        try {
            return measure(effort, folder.resolve("journal"));
        } finally {
            Folders.delete(folder);
        }
    }

    private static List<Figure> measure(Effort effort, Path folder) throws Exception {
        int runs = effort.endToEndRuns();
        double[] p50 = new double[runs];
        double[] p99 = new double[runs];
        double[] idle = new double[runs];
        Percentiles forces = new Percentiles();
        JournalIdentity identity = new JournalIdentity("benchmark", "benchmark", 0);
        try (Recovered recovered = JournalRecovery.open(folder, identity, JournalSettings.DEFAULT);
                FileJournal journal = recovered.beginEpoch(System.currentTimeMillis());
                Pipeline pipeline = new Pipeline(journal, forces)) {
            for (int i = 0; i < Math.min(WARM_UP, 4 * effort.endToEndSamples()); i++) {
                pipeline.sample();
            }
            forces.reset();
            for (int run = 0; run < runs; run++) {
                Percentiles latencies = new Percentiles();
                for (int i = 0; i < effort.endToEndSamples(); i++) {
                    LockSupport.parkNanos(PACE_NANOS);
                    latencies.record(pipeline.sample());
                }
                p50[run] = latencies.micros(50);
                p99[run] = latencies.micros(99);
                TimeUnit.SECONDS.sleep(effort.idleSeconds());
                idle[run] = pipeline.sample() / 1_000.0;
            }
        }
        return figures(effort, p50, p99, idle, forces);
    }

    private static List<Figure> figures(Effort effort, double[] p50, double[] p99, double[] idle, Percentiles forces) {
        String each = "median of " + p50.length + " runs of " + effort.endToEndSamples() + " samples, one each "
                + PACE_NANOS / 1_000_000 + " ms";
        String force = "of it the journal's force: p50 " + Target.amount(forces.micros(50)) + " µs, p99 "
                + Target.amount(forces.micros(99)) + " µs";
        return List.of(
                Figure.of("end to end, p50", Percentiles.median(p50), "µs", new Target.LessThan(500), each),
                Figure.of("end to end, p99", Percentiles.median(p99), "µs", new Target.LessThan(3_000), force),
                Figure.of(
                        "end to end, first order after " + effort.idleSeconds() + " s idle",
                        Percentiles.median(idle),
                        "µs",
                        new Target.None(),
                        "median of " + idle.length + " such orders"));
    }

    /** Engine thread, lane and the moment that is repeated. */
    private static final class Pipeline implements AutoCloseable {
        private static final long PATIENCE_SECONDS = 10;

        private final OrderBytes encoder = new OrderBytes();
        private final SynchronousQueue<Long> finished = new SynchronousQueue<>();
        private final Lane lane = new Lane(encoder::of, this::send);
        private final FrameParser parser = new FrameParser();
        private final Crossover moment;
        private final EngineLoop engine;
        private final FrameEvents listener;

        Pipeline(FileJournal journal, Percentiles forces) {
            moment = new Crossover(journal, lane, forces::record);
            engine = new EngineLoop(moment.rig().agent());
            listener = new FrameEvents(engine::publish);
        }

        private void send(byte[] bytes) {
            long now = System.nanoTime();
            if (bytes.length == 0) {
                throw new IllegalStateException("An order without bytes");
            }
            try {
                finished.offer(now, PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        /** Nanoseconds from the frame to the order. */
        long sample() throws Exception {
            engine.between(moment::restore);
            long began = System.nanoTime();
            parser.parse(moment.frame(), listener);
            @Nullable Long ended = finished.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (ended == null) {
                throw new IllegalStateException(
                        "No order within " + PATIENCE_SECONDS + " s of its frame", engine.failure());
            }
            return ended - began;
        }

        @Override
        public void close() {
            lane.close();
            engine.close();
        }
    }
}
