package dev.sparkstacker.app.runtime;

import dev.sparkstacker.app.config.model.JournalSettings;
import dev.sparkstacker.domain.event.Event;
import dev.sparkstacker.domain.event.SystemEvent;
import dev.sparkstacker.journal.Damage;
import dev.sparkstacker.journal.FileStorage;
import dev.sparkstacker.journal.JournalMaintenance;
import dev.sparkstacker.journal.JournalScrub;
import dev.sparkstacker.journal.RetentionPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Looks after old segments of the journal, off the engine's thread.
 *
 * <pre>
 *  at once, then daily      read every record of every sealed segment ─► damaged: entries halt, once for each file
 *  every ten minutes        compress what was sealed, remove what is older or larger than configured
 * </pre>
 */
final class JournalKeeper implements AutoCloseable {
    private static final long EVERY_MINUTES = 10;
    private static final int ROUNDS_A_DAY = 144;

    private final Path journal;
    private final RetentionPolicy policy;
    private final LongSupplier storeCheckpoint;
    private final Consumer<Event> engine;
    private final Consumer<IOException> onFailure;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Set<String> told = new TreeSet<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("journal-keeper").unstarted(this::run);

    /**
     * Begins to look after a journal.
     *
     * @param engine hears of damage
     * @param onFailure hears of rounds that failed and of segments that had to be left alone
     */
    JournalKeeper(
            Path journal,
            JournalSettings settings,
            LongSupplier storeCheckpoint,
            Consumer<Event> engine,
            Consumer<IOException> onFailure) {
        this.journal = journal;
        this.policy = new RetentionPolicy(
                settings.retentionDays(), settings.maxGb().movePointRight(9).longValue());
        this.storeCheckpoint = storeCheckpoint;
        this.engine = engine;
        this.onFailure = onFailure;
        thread.start();
    }

    private void run() {
        try {
            for (int round = 0; ; round++) {
                if (round % ROUNDS_A_DAY == 0) {
                    guarded(this::scrub);
                }
                if (closing.await(EVERY_MINUTES, TimeUnit.MINUTES)) {
                    return;
                }
                guarded(this::keep);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Round {
        void run() throws IOException;
    }

    private void guarded(Round round) {
        try {
            round.run();
        } catch (IOException failure) {
            onFailure.accept(failure);
        } catch (RuntimeException damaged) {
            onFailure.accept(new IOException(damaged));
        }
    }

    private void scrub() throws IOException {
        List<Damage> found = JournalScrub.run(new FileStorage(journal), () -> closing.getCount() == 0);
        for (Damage damage : found) {
            if (told.add(damage.file())) {
                engine.accept(new SystemEvent.FaultReported(
                        "journal",
                        true,
                        damage.line() + ". The running state does not depend on it; the next start will refuse it."
                                + " Restore the file from a backup, or stop and run"
                                + " './spark-stacker verify-journal --quarantine'."));
            }
        }
    }

    private void keep() throws IOException {
        JournalMaintenance.Report report = JournalMaintenance.run(
                new FileStorage(journal), policy, System.currentTimeMillis(), storeCheckpoint.getAsLong());
        for (String problem : report.problems()) {
            if (told.add(problem)) {
                onFailure.accept(new IOException(problem));
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
