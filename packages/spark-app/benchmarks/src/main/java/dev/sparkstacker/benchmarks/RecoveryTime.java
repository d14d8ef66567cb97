package dev.sparkstacker.benchmarks;

import dev.sparkstacker.domain.codec.RecordCodec;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.Stamped;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.engine.Engine;
import dev.sparkstacker.engine.EngineState;
import dev.sparkstacker.engine.Turn;
import dev.sparkstacker.journal.FileJournal;
import dev.sparkstacker.journal.FileStorage;
import dev.sparkstacker.journal.JournalIdentity;
import dev.sparkstacker.journal.JournalMaintenance;
import dev.sparkstacker.journal.JournalRecovery;
import dev.sparkstacker.journal.JournalSettings;
import dev.sparkstacker.journal.Recovered;
import dev.sparkstacker.journal.RetentionPolicy;
import dev.sparkstacker.journal.Tail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** From a journal of a week on the disk, its process killed just before a snapshot, to an engine that may trade. */
final class RecoveryTime implements Measurement {
    private static final int EVENTS_A_SECOND = 40;
    private static final int DAY_SECONDS = 86_400;
    private static final int DAYS = 7;
    private static final int EVENTS_A_COMMIT = 2_400;
    private static final int EVENTS_A_SNAPSHOT = 50_000;
    private static final int STARTS = 5;
    private static final RecordCodec<EngineState> STATE = RecordCodec.forType(EngineState.class);
    private static final JournalIdentity IDENTITY = new JournalIdentity("benchmark", "benchmark", STATE.schemaHash());

    @Override
    public String name() {
        return "recovery";
    }

    @Override
    public String about() {
        return "start from the journal of 7 days (1 with --quick), snapshot and longest tail";
    }

    @Override
    public boolean ownJvm() {
        return true;
    }

    @Override
    public boolean byDefault() {
        return false;
    }

    @Override
    public List<Figure> measure(Effort effort) throws IOException {
        Path folder = Folders.scratch("recovery");
        int days = effort == Effort.QUICK ? 1 : DAYS;
        try {
            long events = write(folder, days);
            JournalMaintenance.Report kept = JournalMaintenance.run(
                    new FileStorage(folder), new RetentionPolicy(DAYS * 10, Long.MAX_VALUE), 0, 0);
            double[] millis = new double[STARTS];
            for (int start = 0; start < STARTS; start++) {
                long began = System.nanoTime();
                recover(folder);
                millis[start] = (System.nanoTime() - began) / 1e6;
            }
            String what = String.format(
                    Locale.ROOT,
                    "%d days, %,d events, %,d MB in %d segments, tail %,d; first start %s ms",
                    days,
                    events,
                    kept.bytes() >> 20,
                    kept.compressed().size() + 1,
                    events % EVENTS_A_SNAPSHOT,
                    Target.amount(millis[0]));
            return List.of(Figure.of(
                    "recovery, journal to engine", Percentiles.median(millis), "ms", new Target.LessThan(5_000), what));
        } finally {
            Folders.delete(folder);
        }
    }

    /** A week of prices, folded and journaled as the engine's agent does it; it ends just before a snapshot is due. */
    private static long write(Path folder, int days) throws IOException {
        long wanted = (long) days * DAY_SECONDS * EVENTS_A_SECOND;
        long last = wanted / EVENTS_A_SNAPSHOT * EVENTS_A_SNAPSHOT + EVENTS_A_SNAPSHOT - 1;
        List<Event> prices = MarketStream.batches(1, 100_000, 0).getFirst();
        Engine engine = new Engine();
        Turn turn = new Turn();
        try (Recovered fresh = JournalRecovery.open(folder, IDENTITY, JournalSettings.DEFAULT);
                FileJournal journal = fresh.beginEpoch(0)) {
            for (long sequence = 1; sequence <= last; sequence++) {
                Event event = switch ((int) Math.min(sequence, 3)) {
                    case 1 -> new SystemEvent.EpochStarted(1, 1, "benchmark", "benchmark", false);
                    case 2 -> new SystemEvent.Configured(Example.config());
                    default -> prices.get((int) (sequence % prices.size()));
                };
                long timeMs = sequence * 1_000 / EVENTS_A_SECOND;
                Stamped stamped = new Stamped(sequence, timeMs, timeMs, event);
                journal.append(stamped);
                engine.onEvent(stamped, turn);
                journal.append(sequence, turn.commands());
                if (sequence % EVENTS_A_COMMIT == 0 || sequence == last) {
                    journal.commit();
                }
                if (sequence % EVENTS_A_SNAPSHOT == 0) {
                    journal.snapshot(sequence, STATE.toBytes(engine.state()));
                }
            }
        }
        return last;
    }

    private static void recover(Path folder) throws IOException {
        Engine engine = new Engine();
        Turn turn = new Turn();
        try (Recovered recovered = JournalRecovery.open(folder, IDENTITY, JournalSettings.DEFAULT)) {
            recovered.findings().snapshot().ifPresent(snapshot -> engine.load(STATE.fromBytes(snapshot.state())));
            try (Tail tail = recovered.tail()) {
                tail.forEachRemaining(entry -> engine.onEvent(entry.event(), turn));
            }
        }
        if (engine.state().sequence() % EVENTS_A_SNAPSHOT != EVENTS_A_SNAPSHOT - 1) {
            throw new IOException(
                    "The recovered engine stands at event " + engine.state().sequence());
        }
    }
}
