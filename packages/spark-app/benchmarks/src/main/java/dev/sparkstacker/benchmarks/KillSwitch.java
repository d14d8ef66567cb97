package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.command.Command;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.OperatorEvent;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.port.VenueGateway;
import dev.sparkstacker.engine.EngineAgent;
import dev.sparkstacker.engine.EngineObserver;
import dev.sparkstacker.engine.EngineState;
import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.JournalSettings;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.wire.Network;
import dev.sparkstacker.wire.exchange.Action;
import dev.sparkstacker.wire.exchange.CloidCancelSpec;
import dev.sparkstacker.wire.feed.FrameParser;
import dev.sparkstacker.wire.json.Json;
import dev.sparkstacker.wire.sign.L1Signing;
import dev.sparkstacker.wire.sign.PrivateKey;
import dev.sparkstacker.wire.sign.Signer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * From a person's halt to the bytes of the first signed cancel, across threads, with an entry unanswered at the venue. A
 * halt is a promise that no kill may undo, so the journal's force on a real disk is part of it.
 *
 * <pre>
 *  halt ─► queue ─► engine thread: journal, halt, force ─► lane ─► virtual thread: sign, bytes of the cancel
 *  └───────────────────────────────────── measured ─────────────────────────────────────────────────────────┘
 * </pre>
 */
final class KillSwitch implements Measurement {
    private static final long PACE_NANOS = 5_000_000;
    private static final int WARM_UP = 2_000;
    private static final double TARGET_MICROS = 20_000;

    @Override
    public String name() {
        return "kill-switch";
    }

    @Override
    public String about() {
        return "a person's halt to the bytes of the first signed cancel, journal forced on a real disk";
    }

    @Override
    public boolean ownJvm() {
        return true;
    }

    @Override
    public List<Figure> measure(Effort effort) throws Exception {
        Path folder = Folders.scratch("kill-switch");
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
        double worst = 0;
        JournalIdentity identity = new JournalIdentity("benchmark", "benchmark", 0);
        try (Recovered recovered = JournalRecovery.open(folder, identity, JournalSettings.DEFAULT);
                FileJournal journal = recovered.beginEpoch(System.currentTimeMillis());
                Halts halts = new Halts(journal)) {
            for (int i = 0; i < Math.min(WARM_UP, 4 * effort.endToEndSamples()); i++) {
                halts.sample();
            }
            for (int run = 0; run < runs; run++) {
                Percentiles latencies = new Percentiles();
                for (int i = 0; i < effort.endToEndSamples(); i++) {
                    LockSupport.parkNanos(PACE_NANOS);
                    latencies.record(halts.sample());
                }
                p50[run] = latencies.micros(50);
                p99[run] = latencies.micros(99);
                worst = Math.max(worst, latencies.maxMicros());
            }
        }
        String each = "median of " + runs + " runs of " + effort.endToEndSamples() + " halts";
        return List.of(
                Figure.of("kill switch to first cancel, p50", Percentiles.median(p50), "µs", new Target.None(), each),
                Figure.of(
                        "kill switch to first cancel, p99",
                        Percentiles.median(p99),
                        "µs",
                        new Target.LessThan(TARGET_MICROS),
                        "worst of all " + Target.amount(worst) + " µs"));
    }

    /** An engine that has just sent an entry nobody has answered, halted again and again. */
    private static final class Halts implements VenueGateway, EngineObserver, AutoCloseable {
        private static final long PATIENCE_SECONDS = 10;

        private final Signer signer = new Signer(PrivateKey.ofHex(OrderBytes.KEY_HEX));
        private final LinkedBlockingQueue<Command.CancelOrders> lane = new LinkedBlockingQueue<>();
        private final SynchronousQueue<Long> finished = new SynchronousQueue<>();
        private final Thread worker = Thread.ofVirtual().name("lane").unstarted(this::work);
        private final Rig rig;
        private final EngineState entering;
        private final EngineLoop engine;
        private long nonce = 1_795_000_000_000L;
        private long request;

        Halts(FileJournal journal) {
            Crossover moment = new Crossover(journal, place -> {}, nanos -> {});
            rig = moment.rig();
            List<Event> frame = new ArrayList<>();
            new FrameParser().parse(moment.frame(), new FrameEvents(frame::add));
            rig.agent().doWork(frame);
            entering = rig.engine().state();
            EngineAgent agent = new EngineAgent(
                    rig.engine(),
                    rig.agent().sequence(),
                    rig.clock().venueTimeMs(),
                    rig.clock(),
                    journal,
                    this,
                    output -> {},
                    this,
                    System::nanoTime);
            engine = new EngineLoop(agent);
            worker.start();
        }

        /** Nanoseconds from the halt to the cancel. */
        long sample() throws Exception {
            engine.between(() -> rig.engine().load(entering));
            long began = System.nanoTime();
            engine.publish(new OperatorEvent.HaltRequested(++request, "benchmark", "measured"));
            @Nullable Long ended = finished.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (ended == null) {
                throw new IllegalStateException(
                        "No cancel within " + PATIENCE_SECONDS + " s of the halt", engine.failure());
            }
            return ended - began;
        }

        @Override
        public void submit(Command command) {
            if (command instanceof Command.CancelOrders cancel) {
                lane.add(cancel);
            }
        }

        private void work() {
            try {
                while (true) {
                    Command.CancelOrders cancel = lane.take();
                    Thread act = Thread.ofVirtual().name("act").start(() -> send(cancel));
                    act.join();
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        }

        private void send(Command.CancelOrders cancel) {
            List<CloidCancelSpec> specs = cancel.orders().stream()
                    .map(id -> new CloidCancelSpec(Example.RULES.assetId(), id.toString()))
                    .toList();
            Action action = new Action.CancelByCloid(specs, false);
            byte[] bytes = Json.bytes(L1Signing.sign(signer, action, ++nonce, null, null, Network.MAINNET)
                    .tree());
            long now = System.nanoTime();
            if (bytes.length == 0) {
                throw new IllegalStateException("A cancel without bytes");
            }
            try {
                boolean _ = finished.offer(now, PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void processed(Stamped stamped, long nanos) {
            // Measured from outside.
        }

        @Override
        public void forced(long nanos) {
            // Part of what is measured.
        }

        @Override
        public void journalFailed(String message) {
            throw new IllegalStateException("The journal failed: " + message);
        }

        @Override
        public void close() {
            worker.interrupt();
            engine.close();
        }
    }
}
